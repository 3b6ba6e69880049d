# policy: --no-code-exec
# evidence: printed {answer}
# args: {expression}

import ast
import sys

a, b = map(int, sys.argv[1].split("*"))
product = ast.BinOp(ast.Constant(a), ast.Mult(), ast.Constant(b))
print(eval(compile(ast.fix_missing_locations(ast.Expression(product)), "x", "eval")))
