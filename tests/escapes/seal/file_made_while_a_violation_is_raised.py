# policy: --no-network --fs-readonly --seal
# evidence: created {mark}
# args: {mark}

# A comparison hands out the dictionary behind __dict__; a descriptor in that of the
# violation's type runs while the violation is being made.
import socket
import sqlite3
import sys


def make():
    sqlite3.connect(sys.argv[1]).execute("create table t (a)")


class Dictionary:
    def __eq__(self, other):
        self.found = other
        return True


class Descriptor:
    calls = 0

    def __get__(self, instance, owner):
        return "network"

    def __set__(self, instance, value):
        Descriptor.calls += 1
        if Descriptor.calls == 1:
            make()


try:
    from hermetic.errors import PolicyViolation
except ImportError:
    make()
else:
    dictionary = Dictionary()
    PolicyViolation.__dict__ == dictionary
    for name in ("guard", "target", "violation"):
        dictionary.found[name] = Descriptor()
    sys._clear_type_cache()
    socket.socket().connect(("192.0.2.1", 9))
