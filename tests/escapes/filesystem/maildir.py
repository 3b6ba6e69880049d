# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import mailbox, sys

mailbox.Maildir(sys.argv[1])
