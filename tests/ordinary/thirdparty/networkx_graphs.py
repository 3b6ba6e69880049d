# uses: environment
# wants: networkx
# grant-code-exec: networkx

import networkx as nx

graph = nx.Graph([("a", "b"), ("b", "c"), ("c", "d"), ("a", "d"), ("d", "e")])
print(
    nx.shortest_path(graph, "a", "e"), nx.is_connected(graph), sorted(dict(graph.degree()).items())
)
