# policy: --profile block-all --allow-localhost --allow-domain allowed.test --allow-read {inside} --allow-write {inside} --allow-env LANG --allow-run /bin/true --allow-code-exec attr --deny-import fractions
# evidence: printed {token}
# args: {role} {token}
# silent: what counts is that nothing crashes and that no code of ours runs in the hook

import sys

from events import EVENTS, control, ran

control(sys.argv)


def liar(kind):
    class Liar:
        @property
        def __class__(self):
            ran("__class__")
            return kind

    return Liar()


for kind in (str, bytes, int, tuple, list, dict):
    for event in EVENTS:
        for count in range(1, 7):
            try:
                sys.audit(event, *[liar(kind)] * count)
            except Exception:
                pass
