import bisect
import collections
import graphlib
import heapq
import itertools

print(
    heapq.nsmallest(3, [5, 1, 4, 2]),
    bisect.bisect([1, 3, 5], 3),
    list(graphlib.TopologicalSorter({"a": {"b"}, "b": {"c"}}).static_order()),
)
print(
    collections.Counter("mississippi").most_common(2),
    collections.deque([1, 2, 3], maxlen=2),
    collections.ChainMap({"a": 1}, {"b": 2})["b"],
)
print(
    [list(g) for _, g in itertools.groupby("aabbc")],
    list(itertools.pairwise([1, 2, 3])),
    collections.OrderedDict(a=1).popitem(),
)
