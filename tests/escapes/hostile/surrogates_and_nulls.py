# policy: --profile block-all --allow-localhost --allow-domain allowed.test --allow-read {inside} --allow-write {inside} --allow-env LANG --allow-run /bin/true --allow-code-exec attr --deny-import fractions
# evidence: printed {token}
# args: {role} {token}
# silent: what counts is that nothing crashes and that no code of ours runs in the hook

import sys

from events import EVENTS, control

control(sys.argv)
texts = [
    "\ud800",
    "a\0b",
    "\udcff/x",
    "\U0010ffff",
    "\n\r\x1b[2J",
    "a" * 255 + "\ud800",
    "%s%n%d",
    "{0.__class__}",
]
for event in EVENTS:
    for text in texts:
        for value in (
            text,
            text.encode("utf-8", "surrogatepass"),
            (text, 1),
            (text, text, text, text),
        ):
            for arguments in (
                [value],
                [value] * 3,
                [object(), value],
                [value, "r", 0],
                [value, 1, 2, 3, 4, 5, 6],
            ):
                try:
                    sys.audit(event, *arguments)
                except Exception:
                    pass
