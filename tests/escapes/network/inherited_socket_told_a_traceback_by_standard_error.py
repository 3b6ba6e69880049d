# policy: --no-network
# evidence: heard data
# args: {fd} {token}
# inherit: tcp

# What has a number the first time has another one the second.
import faulthandler
import sys


class Stream:
    numbers = [2]

    def fileno(self) -> int:
        return self.numbers.pop() if self.numbers else int(sys.argv[1])

    def flush(self) -> None: ...


sys.stderr = Stream()  # type: ignore[assignment]
for _ in range(2):
    scope: dict[str, object] = {"dump": faulthandler.dump_traceback}
    exec(compile("dump()", sys.argv[2], "exec"), scope)
