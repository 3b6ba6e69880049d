# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import logging.config
import sys

logging.config.DictConfigurator({"f": {"()": "builtins.exec"}}).resolve("builtins.exec")(
    sys.argv[1]
)
