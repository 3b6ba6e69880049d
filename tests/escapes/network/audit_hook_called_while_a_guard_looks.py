# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

# To find out whose code it is, a guard may compile a file; hooks hear of that.
import _socket
import os
import sys

host, port = sys.argv[1:]
busy = False


def hook(event, arguments):
    global busy
    if event == "compile" and not busy:
        busy = True
        _socket.socket().connect((host, int(port)))


place = os.path.join(os.path.dirname(os.__file__), "LICENSE.txt")
program = compile("_socket.socket().connect((host, int(port)))", place, "exec")
sys.addaudithook(hook)
exec(program)
