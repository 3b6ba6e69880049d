import errno
import subprocess
import urllib.error


class Own(OSError):
    def __init__(self, *, reason=None):
        super().__init__(errno.EACCES, "own")
        self.reason = reason


class Text(IOError):
    def __init__(self, first, second):
        super().__init__(f"{first} {second}")


class Inner(Own, ValueError):
    pass


class Refused(PermissionError):
    def __init__(self, who="nobody"):
        super().__init__(f"refused: {who}")


print(Own(reason=1).args, Own(reason=2).errno, Own(reason=3).reason)
print(Text("a", "b"), Text("a", "b").args)
print(Inner(reason=4).reason, Refused(), Refused(who="you").args)
print(type(OSError(errno.EACCES, "x")), type(OSError(errno.ENOENT, "x", "file")), OSError("x").args)
print(repr(PermissionError("x")), PermissionError(errno.EPERM, "x", "file"))
print(urllib.error.HTTPError("url", 404, "absent", {}, None), urllib.error.URLError("reason"))
print(subprocess.CalledProcessError(1, ["x"]))
try:
    open("absent")
except OSError as error:
    print(type(error), error)
