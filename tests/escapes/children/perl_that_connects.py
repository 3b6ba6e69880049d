# policy: --no-network
# evidence: heard tcp
# args: {host} {port}
# needs: program perl
# layer: kernel: another language does not know our hook

import subprocess
import sys

subprocess.run(
    [
        "perl",
        "-MIO::Socket::INET",
        "-e",
        "IO::Socket::INET->new(PeerAddr => shift, PeerPort => shift)",
        *sys.argv[1:],
    ]
)
