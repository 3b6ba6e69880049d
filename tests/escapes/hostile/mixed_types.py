# policy: --profile block-all --allow-localhost --allow-domain allowed.test --allow-read {inside} --allow-write {inside} --allow-env LANG --allow-run /bin/true --allow-code-exec attr --deny-import fractions
# evidence: printed {token}
# args: {role} {token}
# silent: what counts is that nothing crashes and that no code of ours runs in the hook

import itertools
import sys

from events import EVENTS, control

control(sys.argv)
values = ["/x", b"/x", 3, None, ("127.0.0.1", 1), [], object()]
for event in EVENTS:
    for count in range(4):
        for arguments in itertools.product(values, repeat=count):
            try:
                sys.audit(event, *arguments)
            except Exception:
                pass
