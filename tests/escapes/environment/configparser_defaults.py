# policy: --no-environment
# evidence: printed {secret}

import configparser
import os

print(configparser.RawConfigParser(os.environ).defaults())
