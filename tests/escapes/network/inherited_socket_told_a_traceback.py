# policy: --no-network
# evidence: heard data
# args: {fd} {token}
# inherit: tcp

# The names of functions are data.
import faulthandler
import sys

scope: dict[str, object] = {"dump": faulthandler.dump_traceback, "fd": int(sys.argv[1])}
exec(compile("dump(fd)", sys.argv[2], "exec"), scope)
