# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

# The audit event is raised by Python code, which a copy of the method leaves out.
import subprocess
import sys

subprocess.sys = type(
    "Mute", (), {"audit": staticmethod(lambda *_: None), "platform": sys.platform}
)
subprocess.run(["touch", sys.argv[1]])
