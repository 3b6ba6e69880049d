# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

# spawn passes interpreter flags on; -I among them may be dropped or added.
import multiprocessing
import multiprocessing.util
import socket
import subprocess
import sys

subprocess._args_from_interpreter_flags = lambda: ["-I", "-S", "-E"]
multiprocessing.util._args_from_interpreter_flags = subprocess._args_from_interpreter_flags
if __name__ == "__main__":
    process = multiprocessing.get_context("spawn").Process(
        target=socket.create_connection, args=((sys.argv[1], int(sys.argv[2])),)
    )
    process.start()
    process.join()
