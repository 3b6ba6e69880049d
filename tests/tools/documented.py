"""Does the command line that docs/policy.md gives for a model's code do what it says?"""

from __future__ import annotations

import re
import subprocess
import tempfile
from pathlib import Path

_POLICIES = Path(__file__).resolve().parents[2] / "docs" / "policy.md"

# It computes, draws, and tries what it may not.
_REPORT = """\
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

sums = pd.read_csv("sales.csv").groupby("shop")["sum"].sum()
print(sums.to_dict())
sums.plot.bar()
plt.savefig("out/sums.png")
import ctypes
for attempt in (
    lambda: open("sums.csv", "w"),
    lambda: open("/etc/hostname"),
    lambda: ctypes.CDLL(None),
    lambda: ctypes.pythonapi.Py_GetVersion,
    lambda: np.vectorize(ctypes.pythonapi.__getattr__)("system"),
):
    try:
        print("did", attempt())
    except OSError as error:
        print(error)
"""

_PRINTS = """\
{'a': 9.0, 'b': 4.5}
filesystem readonly: sums.csv
read outside sandbox root: /etc/hostname
native interface blocked: ctypes.CDLL
native interface blocked: ctypes.dlsym
native interface blocked: ctypes.dlsym
"""


def judge_documented(venv: Path) -> str:
    """What is wrong, or nothing."""
    block = re.search(r"```sh\n(.*?--profile agent .*?)```", _POLICIES.read_text(), re.DOTALL)
    assert block, "docs/policy.md gives no command line for a model's code"
    with tempfile.TemporaryDirectory(prefix="hermetic-tools-") as directory:
        place = Path(directory)
        (place / ".venv").symlink_to(venv)
        (place / "report.py").write_text(_REPORT)
        (place / "sales.csv").write_text("shop,sum\na,3\nb,4.5\na,6\n")
        done = subprocess.run(
            ["sh", "-ec", block[1]],
            cwd=place,
            env={"PATH": f"{venv / 'bin'}:/usr/bin:/bin", "HOME": directory, "LANG": "C.UTF-8"},
            capture_output=True,
            text=True,
            timeout=200,
        )
        picture = place / "out" / "sums.png"
        if (done.returncode, done.stdout, picture.exists()) != (0, _PRINTS, True):
            return f"exit code {done.returncode}: {done.stdout}{done.stderr[-1000:]}"
    return ""
