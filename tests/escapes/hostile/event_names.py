# policy: --profile block-all --allow-localhost --allow-domain allowed.test --allow-read {inside} --allow-write {inside} --allow-env LANG --allow-run /bin/true --allow-code-exec attr --deny-import fractions
# evidence: printed {token}
# args: {role} {token}
# silent: what counts is that nothing crashes and that no code of ours runs in the hook

import sys

from events import control

control(sys.argv)
for event in (
    "",
    "open\ud800",
    "x" * (1 << 20),
    "open.",
    "OPEN",
    "socket",
    "socket.",
    "%n%s",
    "hermetic",
    "\u0000",
):
    for arguments in ((), ("x",), ("x", None, 0)):
        try:
            sys.audit(event, *arguments)
        except (Exception, ValueError):
            pass


class Name(str):
    def __eq__(self, other):
        raise SystemExit

    __hash__ = str.__hash__


for event in (Name("open"), Name("socket.connect")):
    try:
        sys.audit(event, "x", None, 0)
    except Exception:
        pass
