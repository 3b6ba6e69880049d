# uses: subprocess

import subprocess
import sys

print(subprocess.run(["echo", "hi"], capture_output=True, text=True).stdout)
print(
    subprocess.check_output("printf 'a b' | wc -w", shell=True).strip(), subprocess.call(["false"])
)
process = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
print(process.communicate(b"through")[0], process.returncode)
try:
    subprocess.run(["sleep", "5"], timeout=0.05)
except subprocess.TimeoutExpired:
    print("timed out")
try:
    subprocess.run(["./nonexistent"])
except FileNotFoundError as error:
    print(error.errno)
