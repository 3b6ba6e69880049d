import dis
import inspect
import io


def sample(a, b: int = 2, *args, c, d=4, **kwargs) -> str:
    """A docstring."""
    return a + b


print(inspect.signature(sample), inspect.getdoc(sample), inspect.getsource(sample).splitlines()[0])
print(
    inspect.isfunction(sample),
    inspect.getfullargspec(sample).kwonlyargs,
    inspect.signature(sample).bind(1, c=2).arguments,
)
out = io.StringIO()
dis.dis(sample, file=out)
print(
    "RETURN_VALUE" in out.getvalue(),
    inspect.currentframe().f_lineno > 0,
    inspect.stack()[0].function,
)
print(sample.__code__.co_varnames, sample.__defaults__, inspect.getmodule(sample).__name__)
