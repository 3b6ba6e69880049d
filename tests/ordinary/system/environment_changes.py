# uses: environment

import os
import time

os.environ["MINE"] = "1"
print(os.environ["MINE"], os.environ.pop("MINE"), "MINE" in os.environ, os.environ.get("MINE"))
os.environ["TZ"] = "UTC"
time.tzset()
print(time.tzname)
