# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

# In a formatted string a backslash does not take a brace's meaning away.
import sys
import typing
import warnings

warnings.simplefilter("ignore")
reference = typing.ForwardRef('f"\\{' + sys.argv[1] + '}"')
typing.get_type_hints(type("Asked", (), {"__annotations__": {"x": reference}}))
