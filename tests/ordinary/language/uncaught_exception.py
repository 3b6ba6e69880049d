# Ends with exit code 1 and a traceback, as python3 does.
import sys

print("before")


def main():
    raise LookupError("the program's own error")


try:
    main()
except LookupError as error:
    print(error, file=sys.stderr)
    sys.exit(1)
