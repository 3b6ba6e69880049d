# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

# Completion evaluates what stands before the last dot.
import rlcompleter
import sys


class Scope(dict):
    pass


rlcompleter.Completer(
    Scope(a=type("A", (), {"b": property(lambda self: exec(sys.argv[1]))})())
).attr_matches("a.b.c")
