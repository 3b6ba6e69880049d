# policy: --no-code-exec
# evidence: printed {answer}
# args: {code}/m
# setup: {python} -c "c = compile('''{program}''', 'x', 'exec'); open('{code}/m', 'w').write(repr(dict(co_code=c.co_code, co_consts=c.co_consts, co_names=c.co_names, co_stacksize=c.co_stacksize)))"

# types.coroutine may set a flag of a code object; what it calls is the program's choice.
import ast
import functools
import sys
import types


def empty():
    pass


class Function:
    def __call__(self):
        pass


class Code:
    co_flags = 0x20  # A generator's.


parts = ast.literal_eval(open(sys.argv[1]).read())
function = Function()
function.__code__ = Code()
function.__code__.replace = functools.partial(empty.__code__.replace, **parts)
names = vars(__builtins__) | {"FunctionType": Function, "CodeType": Code}
coroutine = types.FunctionType(types.coroutine.__code__, names)
types.FunctionType(coroutine(function).__code__, globals())()
