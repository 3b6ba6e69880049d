# policy: --no-network --seal
# evidence: heard tcp
# args: {host} {port}

# The process becomes another of our interpreters at its very end.
import os
import sys

CODE = "import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])), 5)"


class Last:
    def __del__(self, execve=os.execve, words=(sys.executable, "-ISc", CODE, *sys.argv[1:])):
        execve(words[0], words, {})


sys.last = Last()
