# policy: --no-network
# evidence: heard dns
# args: {token}.host.test
# needs: netns

import _thread
import socket
import sys
import time

_thread.start_new_thread(socket.getaddrinfo, (sys.argv[1], 80))
time.sleep(0.3)
