# policy: --no-network
# evidence: heard tcp
# args: {host} {port}
# silent: the child may fail to start at all

# encodings is imported before site: before anything that waits for site is armed.
import os
import subprocess
import sys
import sysconfig

real = sysconfig.get_path("stdlib") + "/encodings"
os.makedirs("fake/encodings")
with open("fake/encodings/__init__.py", "w") as file:
    file.write(
        f"import posix\n__path__ = [{real!r}]\nfd = posix.open({real + '/__init__.py'!r}, 0)\nexec(compile(posix.read(fd, 99999), 'x', 'exec'))\n"
    )
    file.write(
        f"import _socket\ns = _socket.socket(2, 1)\ns.connect({(sys.argv[1], int(sys.argv[2]))!r})\n"
    )
subprocess.run(
    [sys.executable, "-c", "pass"],
    env={"PYTHONPATH": os.path.abspath("fake")},
    stderr=subprocess.DEVNULL,
)
