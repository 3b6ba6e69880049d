# policy: --profile block-all --allow-localhost --allow-domain allowed.test --allow-read {inside} --allow-write {inside} --allow-env LANG --allow-run /bin/true --allow-code-exec attr --deny-import fractions
# evidence: printed {token}
# args: {role} {token}
# silent: what counts is that nothing crashes and that no code of ours runs in the hook

import sys

from events import EVENTS, control

control(sys.argv)
items = []
items.append(items)
pair = (items,)
items.append(pair)
mapping = {}
mapping["x"] = mapping
deep = ()
for _ in range(100000):
    deep = (deep,)
for event in EVENTS:
    for value in (items, pair, mapping, deep):
        for arguments in ([value], [value] * 3, [object(), value]):
            try:
                sys.audit(event, *arguments)
            except Exception:
                pass
while deep:
    (deep,) = deep
