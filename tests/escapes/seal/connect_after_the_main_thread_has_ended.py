# policy: --no-network --seal
# evidence: heard tcp
# args: {host} {port}

import socket
import sys
import threading
import time


def late(address=(sys.argv[1], int(sys.argv[2]))):
    threading.main_thread().join()
    time.sleep(0.05)
    socket.create_connection(address)


threading.Thread(target=late).start()
