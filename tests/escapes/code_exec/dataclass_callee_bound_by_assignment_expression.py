# policy: --no-code-exec
# evidence: printed {answer}
# args: {expression}

# The text of a dataclass may call hash(): another function gets that name.
import dataclasses
import sys

name = "x, (hash := print), hash(" + sys.argv[1] + ")"
Made = type("Made", (), {"x": 0, "__annotations__": {name: int}})
Made = dataclasses.dataclass(init=False, repr=False)(Made)
Made() == Made()
