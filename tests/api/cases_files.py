"""The filesystem guard of section 2, and what it lets be."""

from __future__ import annotations

from case import Case
from cases_guards import Row, rows, traces

READONLY = "filesystem: filesystem readonly: {0} [{0}]"
MUTATION = "filesystem: filesystem mutation disabled [None]"
OUTSIDE = "filesystem: read outside sandbox root: {0} [{0}]"
SETUP = """
import io, pathlib, shutil, socket, sqlite3, tempfile
open("there", "w").write("text")
os.mkdir("empty"); os.mkdir("root"); open("root/inside", "w").write("in")
descriptor = os.open(".", os.O_RDONLY)
appending = open("log", "a")
"""

WRITES = rows("files", "fs_readonly=True", [
    *[
        Row(f"open_{mode.replace('+', '_plus')}", f"open('there', {mode!r})", READONLY.format("there"), SETUP)
        for mode in ("w", "a", "r+", "wb", "ab", "rb+", "w+", "a+")
    ],
    Row("open_x", "open('new', 'x')", READONLY.format("new"), SETUP),
    Row("io_open", "io.open('there', 'w')", READONLY.format("there"), SETUP),
    Row("FileIO", "io.FileIO('there', 'w')", READONLY.format("there"), SETUP),
    *[
        Row(f"os_open_{flag}", f"os.open('there', os.O_RDONLY | os.{flag})" if flag not in
            ("O_WRONLY", "O_RDWR") else f"os.open('there', os.{flag})", READONLY.format("there"), SETUP)
        for flag in ("O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC")
    ],
    Row("os_open_dir_fd", "os.open('there', os.O_WRONLY, dir_fd=descriptor)",
        READONLY.format("there"), SETUP),
    Row("write_text", "pathlib.Path('there').write_text('x')", READONLY.format("there"), SETUP),
    Row("write_bytes", "pathlib.Path('there').write_bytes(b'x')", READONLY.format("there"), SETUP),
    Row("copy", "shutil.copy('there', 'new')", READONLY.format("new"), SETUP),
    Row("copyfile", "shutil.copyfile('there', 'new')", READONLY.format("new"), SETUP),
    Row("absolute_path", "open('/tmp/no-such-file', 'w')", READONLY.format("/tmp/no-such-file"), SETUP),
    Row("bytes_path", "open(b'there', 'w')", READONLY.format("there"), SETUP),
    *[
        Row(name, action, MUTATION, SETUP)
        for name, action in [
            ("remove", "os.remove('there')"), ("unlink", "os.unlink('there')"),
            ("path_unlink", "pathlib.Path('there').unlink()"),
            ("mkdir", "os.mkdir('new')"), ("makedirs", "os.makedirs('a/b')"),
            ("rmdir", "os.rmdir('empty')"), ("removedirs", "os.removedirs('empty')"),
            ("rename", "os.rename('there', 'new')"), ("renames", "os.renames('there', 'new')"),
            ("replace", "os.replace('there', 'new')"), ("move", "shutil.move('there', 'new')"),
            ("link", "os.link('there', 'new')"), ("symlink", "os.symlink('there', 'new')"),
            ("utime", "os.utime('there')"), ("chmod", "os.chmod('there', 0o600)"),
            ("chown", "os.chown('there', -1, -1)"), ("truncate", "os.truncate('there', 0)"),
            ("touch_there", "pathlib.Path('there').touch()"),
            ("mkfifo", "os.mkfifo('new')"), ("mknod", "os.mknod('new')"),
            ("fchmod", "os.fchmod(descriptor, 0o700)"),
            ("rmdir_dir_fd", "os.rmdir('empty', dir_fd=descriptor)"),
            ("setxattr", "os.setxattr('there', 'user.a', b'x')"),
            ("rmtree", "shutil.rmtree('empty')"),
        ]
    ],
    Row("touch_new", "pathlib.Path('new').touch()", MUTATION, SETUP),
    Row("posix_mkdir", "__import__('posix').mkdir('new')", MUTATION, SETUP),
    # What stays possible.
    Row("read", "open('there').read()", "= text", SETUP),
    Row("read_elsewhere", "len(open('/etc/passwd').read()) > 0 and None", "allowed", SETUP),
    Row("stat", "os.stat('there').st_size", "= 4", SETUP),
    Row("listdir", "os.listdir('root')[0]", "= inside", SETUP),
    Row("null_device", "open('/dev/null', 'w').write('x')", "= 1", SETUP),
    Row("open_descriptor", "appending.write('x')", "= 1", SETUP),
    Row("pipe", "os.write(os.pipe()[1], b'x')", "= 1", SETUP),
    Row("stdout", "sys.stdout.write('')", "= 0", SETUP),
    Row("open_of_a_descriptor", "open(os.dup(appending.fileno()), 'a').write('x')", "= 1", SETUP),
    Row("memory_database", "sqlite3.connect(':memory:').execute('select 1').fetchone()[0]", "= 1", SETUP),
    Row("os_open_gives_an_int", "type(os.open('there', os.O_RDONLY)).__name__", "= int", SETUP),
    Row("os_open_dir_fd_reads", "os.read(os.open('there', os.O_RDONLY, dir_fd=descriptor), 9).decode()",
        "= text", SETUP),
    Row("import_writes_no_bytecode", "__import__('mod') and None", "allowed",
        SETUP + "open('mod.py', 'w').write('x = 1')\nsys.dont_write_bytecode = False"),
])  # fmt: skip

READS = rows("root", "fs_readonly=True, fs_root='root'", [
    Row("inside", "open('root/inside').read()", "= in", SETUP),
    Row("outside", "open('/opt/x')", OUTSIDE.format("/opt/x"), SETUP),
    Row("outside_by_dots", "open('root/../../../opt/x')", OUTSIDE.format("root/../../../opt/x"), SETUP),
    Row("outside_by_link", "open('root/link')", OUTSIDE.format("root/link"),
        SETUP + "os.symlink('/opt/x', 'root/link')"),
    Row("beside_the_script", "open('there')", OUTSIDE.format("there"), SETUP),
    Row("beside_the_script_by_its_path", "open(os.path.join(os.path.dirname(__file__), 'there'))",
        OUTSIDE.format("DIR/there"), SETUP),
    Row("module_beside_the_script", "__import__('mod').x", "= 1", SETUP + "open('mod.py', 'w').write('x = 1')"),
    Row("package_beside_the_script", "__import__('pack.sub').sub.x", "= 1", SETUP +
        "os.mkdir('pack'); open('pack/__init__.py', 'w').close(); open('pack/sub.py', 'w').write('x = 1')"),
    Row("os_open", "os.open('/opt/x', os.O_RDONLY)", OUTSIDE.format("/opt/x"), SETUP),
    Row("path_read_text", "pathlib.Path('/opt/x').read_text()", OUTSIDE.format("/opt/x"), SETUP),
    Row("listdir", "os.listdir('/opt')", OUTSIDE.format("/opt"), SETUP),
    Row("write_inside", "open('root/inside', 'w')", READONLY.format("root/inside"), SETUP),
    Row("library_is_readable", "bool(__import__('colorsys').__file__) and None", "allowed", SETUP),
])  # fmt: skip

GRANTS = [
    *rows("grants", "fs_readonly=True, allow_write=['root']", [
        Row("write", "open('root/new', 'w').write('x')", "= 1", SETUP),
        Row("mkdir", "os.mkdir('root/new')", "allowed", SETUP),
        Row("neighbour", "open('rootx', 'w')", READONLY.format("rootx"), SETUP),
        Row("rename_out", "os.rename('root/inside', 'out')", MUTATION, SETUP),
    ]),
    *rows("grants_read", "fs_readonly=True, fs_root='root', allow_read=['/opt']", [
        Row("listdir", "len(os.listdir('/opt')) >= 0 and None", "allowed", SETUP),
        Row("elsewhere", "open('/home/x')", OUTSIDE.format("/home/x"), SETUP),
    ]),
    *rows("denied", "deny_read=['root']", [
        Row("read", "open('root/inside')", "filesystem: read denied: root/inside [root/inside]", SETUP),
        Row("elsewhere", "open('there').read()", "= text", SETUP),
        Row("write_elsewhere", "open('new', 'w').write('x')", "= 1", SETUP),
    ]),
    Case("files_unchanged_after_refusals", SETUP + """
with hermetic_blocker(fs_readonly=True):
    for action in (lambda: open("there", "w"), lambda: os.remove("there"),
                   lambda: os.mkdir("new"), lambda: os.rename("there", "new")):
        try:
            action()
        except PolicyViolation:
            pass
print(open("there").read(), os.path.exists("new"))
open("there", "w").write("again")
print(open("there").read())
""", "text False\nagain", absent=("new",)),
]  # fmt: skip

TRACES = [
    *traces("files", "fs_readonly=True", [
        ("write", "open('new', 'w')", "blocked open write path=new"),
        ("mutation", "os.mkdir('new')", "blocked fs mutation"),
    ]),
    *traces("root", "fs_readonly=True, fs_root='.'", [
        ("read", "open('/opt/x')", "blocked open read-outside-root path=/opt/x"),
    ]),
]  # fmt: skip

CASES = [*WRITES, *READS, *GRANTS, *TRACES]
