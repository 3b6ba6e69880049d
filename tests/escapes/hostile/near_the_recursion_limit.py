# policy: --profile block-all --allow-localhost --allow-domain allowed.test --allow-read {inside} --allow-write {inside} --allow-env LANG --allow-run /bin/true --allow-code-exec attr --deny-import fractions
# evidence: printed {token}
# args: {role} {token}
# silent: what counts is that nothing crashes and that no code of ours runs in the hook

import sys

from events import EVENTS, control

control(sys.argv)


def deep(event, left):
    try:
        if left:
            deep(event, left - 1)
    except Exception:
        pass
    try:
        sys.audit(event, "x", None, 0)
    except Exception:
        pass


sys.setrecursionlimit(400)
for event in EVENTS:
    deep(event, 1000)
