# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import ssl
import sys

ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).keylog_filename = sys.argv[1]
