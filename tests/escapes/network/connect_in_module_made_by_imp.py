# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import _imp
import importlib.machinery
import importlib.util
import sys

sys.modules.pop("_socket", None)
spec = importlib.util.find_spec("_socket")
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
address = (sys.argv[1], int(sys.argv[2]))
module.socket().connect(address)
