# uses: code_exec

import runpy
import types

scope = {}
exec("def made(x):\n    return x + 1", scope)
print(scope["made"](1), eval("2 ** 8"), compile("1+1", "<s>", "eval").co_filename)
function = types.FunctionType(compile("y = 5", "x", "exec"), {})
function()
print(runpy.run_module("keyword")["iskeyword"]("for"))
