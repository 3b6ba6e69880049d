# uses: subprocess

import os
import sys

sys.stdout.flush()
os.execv(sys.executable, [sys.executable, "-c", "print('after exec'); raise SystemExit(5)"])
