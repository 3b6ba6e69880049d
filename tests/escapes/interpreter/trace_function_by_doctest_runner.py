# policy: --no-interpreter-mutation
# evidence: printed {token}
# args: {token}

# doctest puts back the trace function that it found; what it finds is a matter of its globals.
import doctest
import sys
import types


def trace(frame, event, argument):
    sys.__stdout__.write(sys.argv[1])


doctest.sys = types.SimpleNamespace(**(vars(sys) | {"gettrace": lambda: trace}))
doctest.DocTestRunner().run(doctest.DocTestParser().get_doctest("", {}, "x", "x", 0))
(lambda: 0)()
