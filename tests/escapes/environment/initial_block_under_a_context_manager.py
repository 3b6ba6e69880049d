# policy: --no-subprocess
# evidence: printed {secret}

try:
    from hermetic import hermetic_blocker
except ImportError:  # The control runs on plain python3.
    from contextlib import nullcontext

    def hermetic_blocker(**_):
        return nullcontext()


with hermetic_blocker(block_environment=True):
    with open("/proc/self/environ") as file:
        print(file.read())
