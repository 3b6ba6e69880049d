# policy: --profile block-all --allow-localhost --allow-domain allowed.test --allow-read {inside} --allow-write {inside} --allow-env LANG --allow-run /bin/true --allow-code-exec attr --deny-import fractions
# evidence: printed {token}
# args: {role} {token}
# silent: what counts is that nothing crashes and that no code of ours runs in the hook

import sys

from events import EVENTS, control

control(sys.argv)
text = "a/" * (1 << 20)
values = [text, text.encode(), (text, 1), ("1." * 100000, 80), [text] * 100, 1 << 100000]
for event in EVENTS:
    for value in values:
        for arguments in ([value], [object(), value]):
            try:
                sys.audit(event, *arguments)
            except Exception:
                pass
