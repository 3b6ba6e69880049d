# uses: subprocess environment write

import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path

words = subprocess.Popen(["printf", "b\\na\\nb\\n"], stdout=subprocess.PIPE)
ordered = subprocess.Popen(["sort", "-u"], stdin=words.stdout, stdout=subprocess.PIPE, text=True)
words.stdout.close()
print(ordered.communicate()[0].split(), words.wait())
print(
    subprocess.run("echo $NAME; exit 3", shell=True, env={**os.environ, "NAME": "x y"}, stdout=-1)
)
print(subprocess.getstatusoutput("echo out; echo err >&2; false"), shlex.quote("a b"))
with open("log.txt", "wb") as log:
    subprocess.run(["sh", "-c", "echo one; echo two >&2"], stdout=log, stderr=subprocess.STDOUT)
print(Path("log.txt").read_text())
try:
    subprocess.run(["sh", "-c", "echo bad >&2; exit 9"], check=True, capture_output=True)
except subprocess.CalledProcessError as error:
    print(error, error.stderr)
child = subprocess.Popen(
    [
        sys.executable,
        "-c",
        "import sys\nfor line in sys.stdin: print(line.strip()[::-1], flush=True)",
    ],
    stdin=subprocess.PIPE,
    stdout=subprocess.PIPE,
    text=True,
    bufsize=1,
)
for word in ("abc", "def"):
    child.stdin.write(word + "\n")
    print(child.stdout.readline().strip())
child.stdin.close()
print(child.wait(), child.poll())
sleeper = subprocess.Popen(["sleep", "60"], start_new_session=True)
os.killpg(sleeper.pid, signal.SIGTERM)
print(sleeper.wait())
print(subprocess.run(["pwd"], cwd="/", capture_output=True, text=True).stdout)
reading, writing = os.pipe()
with subprocess.Popen(["sh", "-c", f"echo through >&{writing}"], pass_fds=[writing]):
    os.close(writing)
    print(os.read(reading, 100))
print(os.system("exit 4") >> 8, os.popen("echo popen").read(), os.WEXITSTATUS(os.system("true")))
pid = os.posix_spawn("/bin/sh", ["sh", "-c", "exit 5"], os.environ)
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), os.spawnlp(os.P_WAIT, "false", "false"))
print(subprocess.run([sys.executable, "-c", "import sys; sys.exit('why')"], stderr=-1).stderr)
done = subprocess.run(
    ["sh", "-c", "umask; ulimit -n"], umask=0o77, preexec_fn=lambda: os.nice(1), stdout=-1
)
print(done.stdout.split()[0])
