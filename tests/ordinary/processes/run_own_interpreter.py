# uses: subprocess

import subprocess
import sys

code = "import sys; print(sys.argv[1:], sys.flags.isolated, len(sys.path) > 0); sys.exit(3)"
for flags in ([], ["-I"], ["-S", "-E"], ["-O"]):
    result = subprocess.run(
        [sys.executable, *flags, "-c", code, "a"], capture_output=True, text=True
    )
    print(result.returncode, result.stdout, result.stderr)
