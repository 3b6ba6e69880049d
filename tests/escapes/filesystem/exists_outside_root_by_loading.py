# policy: --fs-readonly={inside}
# evidence: printed {token}
# args: {secret_file} {token}

# What the dynamic linker says of a file that is no library, it says of none that is not there.
import importlib.machinery
import sys

loader = importlib.machinery.ExtensionFileLoader("x", sys.argv[1])
spec = importlib.machinery.ModuleSpec("x", loader, origin=sys.argv[1])
try:
    loader.create_module(spec)
except ImportError as error:
    print(sys.argv[2] if "No such file" not in str(error) else "")
