# policy: --fs-readonly
# evidence: printed {token}
# args: {victim} {token}
# needs: root
# needs: code import fcntl; fcntl.ioctl(open(__import__("tempfile").mkstemp()[0]), 0x80087601, bytes(8))

# The generation number of the inode, in file systems that have one.
import fcntl
import os
import sys

FS_IOC_GETVERSION, FS_IOC_SETVERSION, NEW = 0x80087601, 0x40087602, 1234567
fd = os.open(sys.argv[1], os.O_RDONLY)
fcntl.ioctl(fd, FS_IOC_SETVERSION, NEW.to_bytes(8, sys.byteorder))
version = int.from_bytes(fcntl.ioctl(fd, FS_IOC_GETVERSION, bytes(8))[:4], sys.byteorder)
print(sys.argv[2] if version == NEW else "")
