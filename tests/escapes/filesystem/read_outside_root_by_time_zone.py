# policy: --fs-readonly={inside}
# evidence: printed {token}
# args: {outside}/zone {token}
# setup: cp /usr/share/zoneinfo/Etc/GMT+7 {outside}/zone
# needs: code open("/usr/share/zoneinfo/Etc/GMT+7")

import os
import sys
import time

path, token = sys.argv[1:]
os.environ["TZ"] = ":" + path
time.tzset()
if time.timezone == 7 * 3600:
    print(token)
