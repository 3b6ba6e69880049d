# uses: localhost code_exec

import logging.handlers
import pickle
import socket
import socketserver
import struct
import threading

got = threading.Event()


class Handler(socketserver.StreamRequestHandler):
    def handle(self):
        size = struct.unpack(">L", self.rfile.read(4))[0]
        print(pickle.loads(self.rfile.read(size))["msg"])
        got.set()


server = socketserver.TCPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
logger = logging.getLogger("remote")
logger.addHandler(logging.handlers.SocketHandler(*server.server_address))
logger.error("over the wire")
got.wait(5)
server.shutdown()
