# policy: --profile block-all --allow-localhost --allow-domain allowed.test --allow-read {inside} --allow-write {inside} --allow-env LANG --allow-run /bin/true --allow-code-exec attr --deny-import fractions
# evidence: printed {token}
# args: {role} {token}
# silent: what counts is that nothing crashes and that no code of ours runs in the hook

# Whatever the hook does with them, it must not be by calling them.
import itertools
import sys

from events import EVENTS, control, make_hostile

control(sys.argv)
for base in (object, str, bytes, int, float, tuple, list, dict, set, type, BaseException):
    value = make_hostile(base)
    for event in EVENTS:
        for arguments in (
            [value],
            [value] * 2,
            [value] * 3,
            [value] * 4,
            [value] * 6,
            ["x", value],
            ["x", "r", value],
            [object(), value],
            [object(), (value, 1)],
            [object(), ("127.0.0.1", value)],
            [value, None, 0],
            [value, "w", 0],
            [b"x", [value], {value_name: value for value_name in ("a",)}],
        ):
            try:
                sys.audit(event, *arguments)
            except Exception:
                pass
