# Everything that a larger program would import, without doing anything yet.
import importlib

names = """abc argparse ast asyncio base64 bdb binascii bisect bz2 calendar cmd code codecs codeop collections colorsys
concurrent.futures configparser contextlib contextvars copy copyreg csv curses datetime dataclasses decimal difflib dis email enum
errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc getopt getpass gettext glob graphlib grp gzip
hashlib heapq hmac html http.client http.cookiejar http.server imaplib importlib.metadata importlib.resources inspect io ipaddress
itertools json keyword linecache locale logging logging.handlers lzma mailbox math mimetypes mmap multiprocessing netrc numbers
operator optparse os pathlib pdb pkgutil platform plistlib poplib posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc
queue quopri random re reprlib resource rlcompleter sched secrets select selectors shlex shutil signal site smtplib socket
socketserver sqlite3 ssl stat statistics string stringprep struct subprocess symtable sysconfig syslog tarfile tempfile termios
textwrap threading time timeit token tokenize tomllib trace traceback tracemalloc tty types typing unicodedata unittest urllib.request
uuid venv warnings wave weakref webbrowser wsgiref.simple_server xml.dom.minidom xml.etree.ElementTree xml.sax xmlrpc.client zipapp
zipfile zipimport zlib zoneinfo""".split()
for name in names:
    importlib.import_module(name)
print(len(names))
