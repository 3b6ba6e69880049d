import os
import platform
import sys
import sysconfig

print(
    platform.system(),
    platform.python_implementation(),
    platform.python_version(),
    bool(platform.machine()),
)
print(
    platform.platform() != "",
    os.cpu_count() > 0,
    os.getpid() > 0,
    os.uname().sysname,
    len(platform.uname()),
)
print(
    sysconfig.get_path("stdlib") in sys.path,
    sysconfig.get_config_var("EXT_SUFFIX") is not None,
    sys.implementation.name,
)
