# policy: --no-network --allow-host={host}
# evidence: heard udp
# args: {host} {port}

# An internet socket that passes for a unix one; the control data names a device.
import socket
import struct
import sys

udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
udp.connect((sys.argv[1], int(sys.argv[2])))
relabelled = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM, 0, fileno=udp.detach())
IP_PKTINFO = 8
packet_info = struct.pack("=I4s4s", 0, bytes(4), bytes(4))
relabelled.sendmsg([b"x"], [(socket.IPPROTO_IP, IP_PKTINFO, packet_info)])
