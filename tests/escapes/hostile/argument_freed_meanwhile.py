# policy: --profile block-all --allow-localhost --allow-domain allowed.test --allow-read {inside} --allow-write {inside} --allow-env LANG --allow-run /bin/true --allow-code-exec attr --deny-import fractions
# evidence: printed {token}
# args: {role} {token}
# silent: what counts is that nothing crashes and that no code of ours runs in the hook

# The only reference to an argument's content goes while the hook may still look at it.
import sys
import threading

from events import EVENTS, control

control(sys.argv)
box = ["127.0.0.1", 1]
done = threading.Event()


def churn():
    while not done.is_set():
        box[:] = [str(id(box)), object()]
        box.clear()


threading.Thread(target=churn, daemon=True).start()
sys.setswitchinterval(1e-6)
for _ in range(20):
    for event in EVENTS:
        for arguments in ((object(), box), (box, None, 0), (b"x", box, None, {})):
            try:
                sys.audit(event, *arguments)
            except Exception:
                pass
done.set()
