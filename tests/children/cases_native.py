"""Sealed, against native code in the process: an extension module does what no
Python code can. Needs a compiler and the headers of the Python in use."""

from __future__ import annotations

import subprocess

from harness import Bench, Skipped, case

SEALED = ["--no-network", "--fs-readonly", "--seal"]

SOURCE = r"""
#define Py_BUILD_CORE
#include <Python.h>
#include <internal/pycore_runtime.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/syscall.h>

static int hook(const char* event, PyObject* args, void* data) { return 0; }

static PyObject* add_hook(PyObject* self, PyObject* none) {
  if (PySys_AddAuditHook(hook, NULL) < 0) return NULL;
  Py_RETURN_NONE;
}

static PyObject* overwrite_hooks(PyObject* self, PyObject* none) {
#if PY_VERSION_HEX < 0x030c0000
  _PyRuntime.audit_hook_head = NULL;
#else
  _PyRuntime.audit_hooks.head = NULL;
#endif
  Py_RETURN_NONE;
}

static PyObject* answer(long result) {
  return result < 0 ? PyErr_SetFromErrno(PyExc_OSError) : PyLong_FromLong(result);
}

static PyObject* create(PyObject* self, PyObject* none) {
  return answer(syscall(SYS_openat, AT_FDCWD, "mark", O_CREAT | O_WRONLY, 0600));
}

static PyObject* make_socket(PyObject* self, PyObject* none) {
  return answer(syscall(SYS_socket, AF_INET, SOCK_STREAM, 0));
}

static PyMethodDef methods[] = {{"add_hook", add_hook, METH_NOARGS, NULL},
                                {"overwrite_hooks", overwrite_hooks, METH_NOARGS, NULL},
                                {"create", create, METH_NOARGS, NULL},
                                {"make_socket", make_socket, METH_NOARGS, NULL},
                                {NULL, NULL, 0, NULL}};
static PyModuleDef module = {PyModuleDef_HEAD_INIT, "native", NULL, -1, methods};
PyMODINIT_FUNC PyInit_native(void) { return PyModule_Create(&module); }
"""

ATTEMPT = """
import gc, native
def attempt(name, function):
    try:
        function()
        print(name, "done", flush=True)
    except Exception as error:
        print(name, type(error).__name__, flush=True)
"""


# What is destroyed when the interpreter is gone, as static objects of C++ are.
AT_EXIT = """
#include <stdlib.h>
#include <unistd.h>
__attribute__((destructor)) static void end(void) { write(1, "destroyed\\n", 10); abort(); }
"""


def _build(bench: Bench, source: str = SOURCE) -> None:
    (bench.directory / "native.c").write_text(source)
    code = "import sysconfig; print(sysconfig.get_path('include'))"
    include = bench.run([], code, executable=bench.python).out.strip()
    command = ["cc", "-shared", "-fPIC", "-I", include, "native.c", "-o", "native.so"]
    try:
        done = subprocess.run(command, cwd=bench.directory, capture_output=True, text=True)
    except FileNotFoundError:
        raise Skipped("needs the program cc") from None
    if "No such file" in done.stderr:
        raise Skipped(f"needs the headers of {bench.python}")
    assert done.returncode == 0, done.stderr


@case("native/a hook that native code adds is refused visibly")
def _hook(bench: Bench) -> None:
    _build(bench)
    bench.run([], "import native; native.add_hook(); print('added')").expect(0, out="added")
    result = bench.run(SEALED, "import native; native.add_hook(); print('added')")
    result.expect(2, err="PermissionError: [Errno 13] sealed: sys.addaudithook")
    assert "PolicyViolation" in result.err and "added" not in result.out, result


@case("native/an overwritten list of hooks disarms layer 1 and nothing in the kernel")
def _list(bench: Bench) -> None:
    if not bench.kernel:
        raise Skipped("this build has no kernel layer")
    _build(bench)
    code = f"""{ATTEMPT}
attempt("objects", gc.get_objects)
native.overwrite_hooks()
attempt("objects", gc.get_objects)
attempt("create", native.create)
attempt("socket", native.make_socket)
"""
    alone = bench.run([*SEALED, "--kernel=off"], code)
    assert alone.out.split()[1::2] == ["PolicyViolation", "done", "done", "done"], alone
    (bench.directory / "mark").unlink()
    held = bench.run([*SEALED, "--kernel=auto"], code)
    if "hermetic: kernel" in held.err:
        raise Skipped(f"the kernel of this machine does not hold it all: {held.err}")
    want = ["PolicyViolation", "done", "PermissionError", "PermissionError"]
    assert held.out.split()[1::2] == want, held
    assert not (bench.directory / "mark").exists()


@case("native/allowed code that was mapped only is not destroyed at the end")
def _mapped(bench: Bench) -> None:
    _build(bench, AT_EXIT)
    end = """
import atexit, os, socket, sys
atexit.register(lambda: print("handler"))
with open("/proc/self/maps") as maps:
    print("mapped" if "native.so" in maps.read() else "absent")
try:
    socket.create_connection(("192.0.2.1", 9), 0.01)
except RuntimeError:
    pass
sys.exit(3)
"""
    options = ["--no-network", "--no-subprocess", "--block-native", "--allow-native", "native"]
    installed = {"PYTHONPATH": str(bench.directory)}
    options += ["--kernel=auto", "--report", "report.json"]
    result = bench.run(options, end, env=installed)
    if "hermetic: kernel" in result.err:
        raise Skipped(f"the kernel of this machine does not hold it all: {result.err}")
    result.expect(3, out="mapped\nhandler\n", err="1 violation swallowed")
    assert "destroyed" not in result.out, result.out
    assert bench.report()["exit_code"] == 3, bench.report()
    assert bench.report()["total"] == 1, bench.report()
    # Under a seal of the API as well; and there such a module does end a process that way.
    seal = """
import hermetic
options = {"no_network": True, "no_subprocess": True, "block_native": True}
hermetic.hermetic_blocker(**options, allow_native=["native"], sealed=True).__enter__()
"""
    result = bench.run([], seal + end)
    result.expect(3, out="mapped\nhandler\n", err="1 violation swallowed")
    load = "import ctypes; ctypes.CDLL('./native.so')\n"
    assert bench.run([], load, executable=bench.python).code == -6
