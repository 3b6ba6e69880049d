# policy: --profile block-all --allow-localhost --allow-domain allowed.test --allow-read {inside} --allow-write {inside} --allow-env LANG --allow-run /bin/true --allow-code-exec attr --deny-import fractions
# evidence: printed {token}
# args: {role} {token}
# silent: what counts is that nothing crashes and that no code of ours runs in the hook

import sys
import threading

from events import EVENTS, control

control(sys.argv)


def work():
    for event in EVENTS:
        for arguments in ((), ("x",), ("x", None, 0), (object(), ("127.0.0.1", 1)), (None,) * 6):
            try:
                sys.audit(event, *arguments)
            except Exception:
                pass


threads = [threading.Thread(target=work) for _ in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
