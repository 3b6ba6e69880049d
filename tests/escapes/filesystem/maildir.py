# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import mailbox
import sys

mailbox.Maildir(sys.argv[1])
