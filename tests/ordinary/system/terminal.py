import os
import shutil
import sys

print(
    sys.stdin.isatty(),
    sys.stdout.isatty(),
    shutil.get_terminal_size((80, 24)).lines,
    sys.stdout.encoding,
)
sys.stdout.buffer.write(b"bytes\n")
sys.stderr.write("to stderr\n")
print("unbuffered", flush=True)
