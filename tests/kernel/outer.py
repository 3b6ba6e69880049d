"""What a container may have put around us: a system call filter that answers some calls itself.

usage: outer.py ERRNO CALL[/FLAGS]... -- COMMAND...

CALL is a number; with FLAGS, only calls whose second argument is just that.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys

PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS, SECCOMP_MODE_FILTER = 22, 38, 2
LOAD, EQUAL, RETURN = 0x20, 0x15, 0x06  # BPF_LD+W+ABS, BPF_JMP+JEQ+K, BPF_RET+K.
NUMBER, SECOND_ARGUMENT = 0, 24  # In struct seccomp_data.
ALLOW, ERROR = 0x7FFF0000, 0x00050000


def instruction(code: int, value: int, if_not: int = 0) -> bytes:
    return struct.pack("=HBBI", code, 0, if_not, value)


def rule(call: str, error: int) -> bytes:
    number, _, flags = call.partition("/")
    answer = instruction(RETURN, ERROR | error)
    if flags:
        test = instruction(LOAD, SECOND_ARGUMENT) + instruction(EQUAL, int(flags), if_not=1)
        answer = test + answer
    skipped = len(answer) // 8
    return instruction(LOAD, NUMBER) + instruction(EQUAL, int(number), if_not=skipped) + answer


def main() -> None:
    error = int(sys.argv[1])
    end = sys.argv.index("--")
    rules = b"".join(rule(call, error) for call in sys.argv[2:end])
    program = rules + instruction(RETURN, ALLOW)
    filters = ctypes.create_string_buffer(program, len(program))
    description = ctypes.create_string_buffer(
        struct.pack("@HP", len(program) // 8, ctypes.addressof(filters))
    )
    libc = ctypes.CDLL(None, use_errno=True)
    for option in (
        (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0),
        (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, description, 0, 0),
    ):
        if libc.prctl(*option) != 0:
            raise OSError(ctypes.get_errno(), "prctl")
    command = sys.argv[end + 1 :]
    os.execv(command[0], command)


if __name__ == "__main__":
    main()
