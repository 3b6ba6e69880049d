# policy: --fs-readonly={inside}
# evidence: printed {secret}
# args: {secret_file}

import io
import sys

print(io.open_code(sys.argv[1]).read())
