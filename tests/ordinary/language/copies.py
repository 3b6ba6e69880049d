import copy


class Node:
    def __init__(self, value, children=()):
        self.value, self.children = value, list(children)

    def __deepcopy__(self, memo):
        return Node(self.value + 1, copy.deepcopy(self.children, memo))


tree = Node(1, [Node(2), Node(3)])
shallow, deep = copy.copy(tree), copy.deepcopy(tree)
print(shallow.children is tree.children, [child.value for child in deep.children], deep.value)
print(copy.deepcopy({"a": [1, {2, 3}], "b": (4, [5])}))
