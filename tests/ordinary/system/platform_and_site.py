import os
import platform
import site
import sys
import sysconfig

print(platform.system(), platform.machine(), platform.python_version(), platform.libc_ver()[0])
print(bool(platform.platform()), bool(platform.node()), platform.architecture()[0])
print(platform.uname().system, platform.python_implementation(), platform.python_compiler() != "")
print(platform.freedesktop_os_release()["ID"], platform.uname().processor == platform.processor())
print(sysconfig.get_paths()["stdlib"], sysconfig.get_config_var("EXT_SUFFIX"))
print(sysconfig.get_platform(), sysconfig.get_default_scheme(), sysconfig.get_python_version())
print(site.getsitepackages(), site.ENABLE_USER_SITE, bool(site.getusersitepackages()))
print(sys.implementation.cache_tag, sys.byteorder, sys.maxsize, sys.getfilesystemencoding())
print(sys.flags, sys.version_info[:2], sys.api_version, sys.platlibdir, sys.float_info.dig)
print(sys.prefix, sys.base_prefix, sys.exec_prefix, sys.argv[1:], sys.getdefaultencoding())
print(os.cpu_count(), os.getpid() == os.getpid(), os.uname().sysname, os.sysconf("SC_PAGE_SIZE"))
print(
    os.get_terminal_size.__name__, os.getloadavg() is not None, len(os.urandom(4)), os.umask(0o22)
)
print(len(sys.stdlib_module_names) > 200, "sys" in sys.builtin_module_names, sys.thread_info.name)
