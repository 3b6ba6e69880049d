# ast.literal_eval and a small evaluator: no dynamic code.
import ast
import operator

OPERATORS = {ast.Add: operator.add, ast.Mult: operator.mul, ast.Sub: operator.sub}


def value(node):
    match node:
        case ast.Expression(body):
            return value(body)
        case ast.BinOp(left, op, right):
            return OPERATORS[type(op)](value(left), value(right))
        case ast.Constant(constant):
            return constant
    raise ValueError(node)


print(
    value(ast.parse("2 * (3 + 4) - 1", mode="eval")),
    ast.literal_eval("{'a': [1, (2,)]}"),
    ast.unparse(ast.parse("x=1")),
)
