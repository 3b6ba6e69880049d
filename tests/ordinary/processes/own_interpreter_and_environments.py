# uses: subprocess environment write code_exec mutation localhost read

import ensurepip
import os
import subprocess
import sys
import venv
from pathlib import Path

print(ensurepip.version() != "")
venv.EnvBuilder(with_pip=False, symlinks=True, prompt="here").create("env")
python = Path("env/bin/python").absolute()


def run(*words, **more):
    return subprocess.run([python, *words], capture_output=True, text=True, **more)


print(run("-c", "import sys; print(sys.prefix != sys.base_prefix, sys.version_info[:2])").stdout)
print(run("-m", "site", "--user-base").returncode, sorted(p.name for p in Path("env").iterdir()))
print(run("-", input="print('from stdin')").stdout, run("-c", "import sys; sys.exit(7)").returncode)
print(run("-c", "raise ValueError('x')").stderr.splitlines()[-1])
print(run("-W", "error", "-c", "import warnings; warnings.warn('w')").returncode)
print(
    run(
        "-X", "utf8", "-O", "-c", "import sys; print(sys.flags.optimize, sys.flags.utf8_mode)"
    ).stdout
)
print(run("-I", "-c", "import sys; print(sys.flags.isolated)").stdout)
Path("module_here.py").write_text("print('module', __name__)\n")
print(run("-m", "module_here").stdout, run("-m", "compileall", "-q", "module_here.py").returncode)
print(
    run("-m", "json.tool", input='{"a":1}').stdout, run("-m", "calendar", "2024", "1").stdout[:20]
)
print(
    run("-m", "timeit", "-n", "1", "-r", "1", "pass").returncode,
    run("-m", "tabnanny", "module_here.py").returncode,
)
print(
    run("-m", "py_compile", "module_here.py").returncode,
    run("-m", "unittest", "-q", "module_here").returncode,
)
print(
    run("-m", "zipfile", "-c", "a.zip", "module_here.py").returncode,
    run("-m", "zipfile", "-l", "a.zip").stdout.split()[-3:][:1],
)
print(
    run("-m", "http.server", "--help").stdout.split("\n")[0][:6],
    run("-m", "base64", "-e", input="abc").stdout,
)
print(run("-m", "ast", input="1+1").stdout.split("\n")[0], run("-m", "dis", input="x=1").returncode)
print(run("-m", "pdb", "-c", "continue", "-c", "quit", "module_here.py", input="").returncode)
print(
    run("-m", "cProfile", "module_here.py").stdout.split("\n")[0],
    run("-m", "trace", "--count", "--summary", "module_here.py").returncode,
)
print(
    run("-m", "doctest", "module_here.py").returncode,
    run("-m", "inspect", "json:loads").stdout.split("\n")[0],
)
print(
    run("-m", "tarfile", "-c", "a.tar", "module_here.py").returncode,
    run("-m", "sysconfig").returncode,
)
print(
    run("-m", "platform").returncode, run("-m", "locale").returncode, run("-m", "this").returncode
)
print(run("-m", "tokenize", "module_here.py").stdout.split("\n")[0], run("-m", "pprint").returncode)
print(
    run("-i", input="1+1\nexit(3)\n").returncode,
    run("-q", "-i", "-c", "x=5", input="print(x)\n").stdout,
)
