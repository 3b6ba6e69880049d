import contextlib
import io


@contextlib.contextmanager
def managed(name):
    print("enter", name)
    try:
        yield name
    finally:
        print("exit", name)


with contextlib.ExitStack() as stack:
    for name in "ab":
        stack.enter_context(managed(name))
    with contextlib.suppress(ZeroDivisionError):
        1 / 0
    with contextlib.redirect_stdout(io.StringIO()) as captured:
        print("hidden")
print(captured.getvalue())
