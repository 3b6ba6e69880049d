# policy: --profile block-all --allow-localhost --allow-domain allowed.test --allow-read {inside} --allow-write {inside} --allow-env LANG --allow-run /bin/true --allow-code-exec attr --deny-import fractions
# evidence: printed {token}
# args: {role} {token}
# silent: what counts is that nothing crashes and that no code of ours runs in the hook

import sys

from events import EVENTS, control

control(sys.argv)
values = [
    None,
    0,
    -1,
    1 << 80,
    1.5,
    "",
    b"",
    (),
    [],
    {},
    object(),
    int,
    len,
    sys,
    Ellipsis,
    bytearray(b"x"),
    memoryview(b"x"),
    float("nan"),
]
for event in EVENTS:
    for value in values:
        for count in range(1, 7):
            try:
                sys.audit(event, *[value] * count)
            except Exception:
                pass
