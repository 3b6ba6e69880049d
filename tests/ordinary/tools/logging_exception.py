import io
import logging

out = io.StringIO()
logging.basicConfig(stream=out)


def fail():
    raise ValueError("in here")


try:
    fail()
except ValueError:
    logging.exception("with a traceback")
print(
    "with a traceback" in out.getvalue(),
    "fail()" in out.getvalue(),
    "Logging error" in out.getvalue(),
)
