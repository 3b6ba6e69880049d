# policy: --no-environment
# evidence: printed {secret}
# silent: a reader in the standard library may find it absent

import configparser
import os

print(configparser.RawConfigParser(os.environ).defaults())
