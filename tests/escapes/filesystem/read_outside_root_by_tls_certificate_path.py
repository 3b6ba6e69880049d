# policy: --fs-readonly={inside}
# evidence: printed {token}
# args: {secret_file} {token}

# The error tells a missing file from one that is there: an oracle, and a read.
import ssl
import sys

try:
    ssl.create_default_context().load_verify_locations(sys.argv[1])
except ssl.SSLError:
    print(sys.argv[2])
