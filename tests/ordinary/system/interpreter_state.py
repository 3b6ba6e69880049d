import os
import sys

print(
    sys.argv[1:],
    os.path.basename(sys.argv[0]),
    __name__,
    sys.flags.optimize,
    sys.byteorder,
    sys.maxsize > 0,
)
print(
    os.path.basename(sys.modules["__main__"].__file__),
    sys.path[0] == os.path.dirname(os.path.abspath(__file__)),
    __spec__,
)
print(
    len(sys.builtin_module_names) > 10, "json" in sys.stdlib_module_names, sys.getswitchinterval()
)
