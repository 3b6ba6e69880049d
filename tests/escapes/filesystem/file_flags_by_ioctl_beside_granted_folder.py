# policy: --fs-readonly --allow-write={inside}
# evidence: printed {token}
# args: {victim} {token}
# needs: root

# A descriptor that only reads is enough to set flags (here: not to be dumped).
import fcntl
import os
import sys

FS_IOC_GETFLAGS, FS_IOC_SETFLAGS, FS_NODUMP_FL = 0x80086601, 0x40086602, 0x40
fd = os.open(sys.argv[1], os.O_RDONLY)
fcntl.ioctl(fd, FS_IOC_SETFLAGS, FS_NODUMP_FL.to_bytes(8, sys.byteorder))
flags = int.from_bytes(fcntl.ioctl(fd, FS_IOC_GETFLAGS, bytes(8)), sys.byteorder)
print(sys.argv[2] if flags & FS_NODUMP_FL else "")
