# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

# Names of annotations are pasted into the source of __eq__.
import dataclasses
import sys

Made = type("Made", (), {"x": 0, "__annotations__": {"x or " + sys.argv[1]: int}})
Made = dataclasses.dataclass(init=False, repr=False)(Made)
Made() == Made()
