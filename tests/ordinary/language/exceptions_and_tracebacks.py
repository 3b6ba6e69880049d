import linecache
import sys
import traceback


def fail(depth):
    if depth:
        fail(depth - 1)
    raise ValueError("at the bottom")


try:
    try:
        fail(2)
    except ValueError as error:
        raise KeyError("wrapped") from error
except KeyError as error:
    text = "".join(traceback.format_exception(error))
    print(text.count("fail(depth - 1)"), "direct cause" in text, "raise KeyError" in text)
    summary = traceback.TracebackException.from_exception(error)
    print(type(summary.__cause__).__name__, traceback.extract_tb(error.__traceback__)[0].name)
try:
    raise ExceptionGroup("several", [ValueError(1), TypeError(2)])
except* ValueError as group:
    print(group.exceptions)
except* TypeError as group:
    print(len(group.exceptions))
print(linecache.getline(__file__, 1) != "")
