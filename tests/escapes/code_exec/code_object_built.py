# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import sys
import types

template = (lambda text: exec(text)).__code__
code = types.CodeType(
    *[
        getattr(template, "co_" + name)
        for name in (
            "argcount posonlyargcount kwonlyargcount nlocals stacksize flags code consts names varnames filename name qualname firstlineno linetable exceptiontable freevars cellvars"
        ).split()
    ]
)
types.FunctionType(code, globals())(sys.argv[1])
