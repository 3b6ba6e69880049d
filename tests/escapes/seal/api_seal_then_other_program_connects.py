# policy: --no-environment
# evidence: heard tcp
# args: {host} {port}
# needs: program perl
# layer: kernel: the program is not one of ours

import contextlib
import subprocess
import sys

try:
    from hermetic import hermetic_blocker

    blocker = hermetic_blocker(no_network=True, sealed=True)
except ImportError:
    blocker = contextlib.nullcontext()
with blocker:
    pass
connect = "use IO::Socket::INET; IO::Socket::INET->new(PeerAddr => qq($ARGV[0]:$ARGV[1]))"
subprocess.run(["perl", "-e", connect, *sys.argv[1:]])
