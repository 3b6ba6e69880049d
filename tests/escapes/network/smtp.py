# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import smtplib, sys

smtplib.SMTP(*sys.argv[1:], timeout=2)
