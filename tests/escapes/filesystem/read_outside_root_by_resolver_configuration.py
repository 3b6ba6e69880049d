# policy: --fs-readonly={inside}
# evidence: printed {secret}
# args: {secret_file}

# The C library complains of each line that is no option.
import os
import socket
import sys

os.environ["RESOLV_HOST_CONF"] = sys.argv[1]
socket.gethostbyname_ex("localhost")
