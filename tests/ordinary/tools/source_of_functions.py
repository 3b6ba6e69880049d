import ast
import dis
import inspect
import io
import textwrap
import tokenize


# Adds.
def add(left: int, right: int = 2, *rest, key=None) -> int:
    """Adds two numbers."""
    return left + right


class Shape:
    """A shape."""

    sides = 4

    def area(self):
        return 0

    @classmethod
    def make(cls):
        return cls()


print(inspect.getsource(add))
print(inspect.getsourcelines(Shape.area)[1], inspect.getcomments(add), inspect.getdoc(Shape))
print(inspect.signature(add), inspect.signature(Shape.make))
print([name for name, _ in inspect.getmembers(Shape, inspect.isfunction)])
print(inspect.getfile(add) == __file__, inspect.getmodule(add).__name__)
tree = ast.parse(inspect.getsource(Shape))
print(ast.unparse(tree.body[0].body[1]))
print([node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)])
print(ast.literal_eval("{'a': [1, (2.5, None)], 'b': {True}}"))
out = io.StringIO()
dis.dis(add, file=out)
print("RETURN_VALUE" in out.getvalue(), next(dis.get_instructions(add)).opname != "")
with open(__file__, "rb") as file:
    print(sum(token.type == tokenize.NAME for token in tokenize.tokenize(file.readline)))
print(textwrap.dedent(inspect.getsource(Shape.make)).splitlines()[0])
bound = inspect.signature(add).bind(1, key=3)
bound.apply_defaults()
print(bound.arguments)
try:
    inspect.getsource(len)
except TypeError as error:
    print(type(error).__name__)
