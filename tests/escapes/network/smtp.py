# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import smtplib
import sys

smtplib.SMTP(*sys.argv[1:], timeout=2)
