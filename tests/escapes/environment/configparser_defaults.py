# policy: --no-environment
# evidence: printed {secret}

import configparser, os

print(configparser.RawConfigParser(os.environ).defaults())
