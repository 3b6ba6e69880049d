# uses: subprocess write read environment mutation

import subprocess
import sys
import venv

venv.create("env", with_pip=False)
print(
    subprocess.run(
        [
            "env/bin/python",
            "-c",
            "import sys; print(sys.prefix != sys.base_prefix, sys.prefix.endswith('env'))",
        ],
        capture_output=True,
        text=True,
    )
)
