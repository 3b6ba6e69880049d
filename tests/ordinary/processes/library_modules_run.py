# uses: subprocess read code_exec environment

import subprocess
import sys

for words in (["site"], ["site", "--user-base"], ["this"], ["calendar", "2024"], ["platform"]):
    done = subprocess.run([sys.executable, "-m", *words], capture_output=True, text=True)
    print(words, done.returncode, done.stderr, done.stdout != "")
