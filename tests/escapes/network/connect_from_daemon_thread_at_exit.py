# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import socket
import sys
import threading
import time

address = (sys.argv[1], int(sys.argv[2]))


def late():
    main = threading.main_thread()
    while main.is_alive():
        time.sleep(0.01)
    socket.create_connection(address)


threading.Thread(target=late).start()
