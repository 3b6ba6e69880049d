# policy: --profile block-all --allow-localhost --allow-domain allowed.test --allow-read {inside} --allow-write {inside} --allow-env LANG --allow-run /bin/true --allow-code-exec attr --deny-import fractions
# evidence: printed {token}
# args: {role} {token}
# silent: what counts is that nothing crashes and that no code of ours runs in the hook

import atexit
import sys

from events import EVENTS, control

control(sys.argv)


class Last:
    def __del__(self, audit=sys.audit, events=EVENTS):
        for event in events:
            try:
                audit(event, "x", None, 0)
            except BaseException:
                pass


keep = Last()
sys.keep = Last()
atexit.register(Last)
