# policy: --no-code-exec
# evidence: printed {answer}
# args: {code}/log.ini
# setup: printf '[loggers]\nkeys=root\n[handlers]\nkeys=h\n[formatters]\nkeys=\n[logger_root]\nhandlers=h\n[handler_h]\nclass=StreamHandler\nargs=(%s,)\n' '{program}' > {code}/log.ini

import logging.config
import sys

logging.config.fileConfig(sys.argv[1])
