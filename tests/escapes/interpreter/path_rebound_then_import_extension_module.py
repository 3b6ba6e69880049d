# policy: --no-interpreter-mutation
# evidence: printed {code}/
# args: {code}
# setup: {python} -c "import shutil, glob, sysconfig; shutil.copy(glob.glob(sysconfig.get_path('platstdlib') + '/lib-dynload/_json*.so')[0], '{code}/')"

# No source is opened, and import_module raises no event.
import importlib
import sys

sys.modules.pop("_json", None)
sys.path = [sys.argv[1], *sys.path]
print(importlib.import_module("_json").__file__)
