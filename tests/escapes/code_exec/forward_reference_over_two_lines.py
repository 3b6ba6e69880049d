# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

# Inside brackets a new line is a space.
import sys
import typing

reference = typing.ForwardRef("(" + sys.argv[1].replace("(", "\n(") + ")")
typing.get_type_hints(type("Asked", (), {"__annotations__": {"x": reference}}))
