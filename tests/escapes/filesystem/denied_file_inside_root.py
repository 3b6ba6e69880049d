# policy: --deny-read {inside}/private
# evidence: printed {secret}
# args: private
# setup: cp {secret_file} {inside}/private

import sys

print(open(sys.argv[1]).read())
