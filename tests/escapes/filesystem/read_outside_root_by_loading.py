# policy: --fs-readonly={inside}
# evidence: printed {token}
# args: {outside}/x.so {token}
# setup: {python} -c "import shutil, glob, sysconfig; shutil.copy(glob.glob(sysconfig.get_path('platstdlib') + '/lib-dynload/_json*.so')[0], '{outside}/x.so')"

# The dynamic linker opens it.
import importlib.machinery
import sys

loader = importlib.machinery.ExtensionFileLoader("_json", sys.argv[1])
spec = importlib.machinery.ModuleSpec("_json", loader, origin=sys.argv[1])
print(sys.argv[2] if loader.create_module(spec) else "")
