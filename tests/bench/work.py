"""What is measured: command lines and programs, and the policies that they run under."""

from __future__ import annotations

from collections.abc import Mapping

# Columns. A run that a policy refuses shows a dash.
POLICIES: Mapping[str, tuple[str, ...]] = {
    "no policy": (),
    "no-network": ("--no-network",),
    "fs-readonly": ("--fs-readonly",),
    "fs root": ("--fs-readonly=/usr",),
    "net-hermetic": ("--profile=net-hermetic",),
    "block-all": ("--profile=block-all",),
}

MANY_MODULES = """
import argparse, asyncio, calendar, configparser, csv, decimal, difflib, email.mime.text
import fractions, ftplib, glob, gzip, hashlib, html.parser, http.client, imaplib, mailbox
import logging.handlers, optparse, pdb, plistlib, random, sched, secrets, smtplib, statistics
import tarfile, timeit, trace, unittest, uuid, wave, xml.dom.minidom, zipfile
"""

# Arguments of runs that count as a whole: start, work and end of the process.
START_UP: Mapping[str, tuple[str, ...]] = {
    "start": ("-c", "pass"),
    "start, isolated and without site": ("-I", "-S", "-c", "pass"),
    "start and import json, re": ("-c", "import json, re"),
    "start and import asyncio": ("-c", "import asyncio"),
    "start and import 200 modules": ("-c", MANY_MODULES),
}

# Programs of about a tenth of a second, so that the start matters little.
_PROGRAMS: Mapping[str, str] = {
    "calls": "def f(x): return x + 1\nfor i in range(1_000_000): f(i)",
    "floats": "x = 0.0\nfor i in range(2_000_000): x = x * 0.5 + i",
    "dictionaries": "d = {}\nfor i in range(500_000): d[str(i % 5000)] = i",
    "strings": "for i in range(200_000): f'{i:>10} {i!r}'.split()",
    "objects": "class A:\n  def __init__(s): s.x = 1\nfor i in range(500_000): A().x",
    "exceptions": "for i in range(500_000):\n  try: raise ValueError\n  except ValueError: pass",
    "id": "for i in range(1_000_000): id(i)",
    "code of a function": "f = lambda: 0\nfor i in range(1_000_000): f.__code__",
    "frames": "import sys\nfor i in range(500_000): sys._getframe()",
    "regular expressions": "import re\np = re.compile(r'(\\w+) (\\d+)')\n"
    "for i in range(100_000): p.match('hello 12345').groups()",
    "json": "import json\nd = {'a': [1, 2.5, 'x'] * 20, 'b': {'c': None}}\n"
    "for i in range(8_000): json.loads(json.dumps(d))",
    "open and close": "for i in range(20_000): open('/usr/bin/env').close()",
    "open, read and close": "for i in range(15_000):\n"
    "  with open('/usr/bin/env', 'rb') as f: f.read(100)",
    "path.read_bytes": "import pathlib\np = pathlib.Path('/usr/bin/env')\n"
    "for i in range(5_000): p.read_bytes()",
    "stat": "import os\nfor i in range(50_000): os.stat('/usr/bin')",
    "path.exists": "import os.path\nfor i in range(50_000): os.path.exists('/usr/bin/env')",
    "listdir": "import os\nfor i in range(10_000): os.listdir('/usr/share/doc/python3.11')",
    "walk": "import os\nfor i in range(10):\n"
    "  for found in os.walk('/usr/lib/python3.11/asyncio'): pass",
    "glob": "import glob\nfor i in range(300): glob.glob('/usr/lib/python3.11/*.py')",
    "environment": "import os\nfor i in range(200_000): os.environ.get('PATH')",
    "compile": "for i in range(2_000): compile('x = [a + 1 for a in range(10)]', 'f', 'exec')",
    "namedtuple": "import collections\nfor i in range(1_000): collections.namedtuple('P', 'x y z')",
    "dataclass": "import dataclasses\nfor i in range(300):\n"
    "  dataclasses.make_dataclass('P', ['x', 'y', 'z'])",
    "pickle": "import pickle\nfor i in range(50_000): pickle.loads(pickle.dumps([1, 'a', (2.5,)]))",
    "hashes": "import hashlib\nfor i in range(50_000): hashlib.sha256(b'x' * 1000).digest()",
    "socket and close": "import socket\nfor i in range(20_000): socket.socket().close()",
    "pair of sockets": "import socket\nfor i in range(5_000):\n"
    "  a, b = socket.socketpair(); a.send(b'x'); b.recv(1); a.close(); b.close()",
    "threads": "import threading\nfor i in range(2_000):\n"
    "  t = threading.Thread(target=int); t.start(); t.join()",
    "processes": "import subprocess\nfor i in range(50): subprocess.run(['/bin/true'])",
    "sqlite": "import sqlite3\nfor i in range(1_000):\n"
    "  c = sqlite3.connect(':memory:'); c.execute('create table t(x)'); c.close()",
}

STEADY: Mapping[str, tuple[str, ...]] = {name: ("-c", code) for name, code in _PROGRAMS.items()}
