# policy: --no-network
# evidence: heard udp
# args: {host} {port}
# needs: root
# needs: netns

import socket
import struct
import sys

host, port = sys.argv[1], int(sys.argv[2])
source, target = socket.inet_aton("203.0.113.9"), socket.inet_aton(host)
packet = struct.pack("!BBHHHBBH4s4s", 0x45, 0, 29, 1, 0, 64, 17, 0, source, target)
total = sum(struct.unpack("!10H", packet))
total = ~((total & 0xFFFF) + (total >> 16)) & 0xFFFF
packet = packet[:10] + struct.pack("!H", total) + packet[12:]
packet += struct.pack("!HHHH", 9, port, 9, 0) + b"x"
sock = socket.socket(socket.AF_PACKET, socket.SOCK_RAW)
sock.bind(("lo", 0))
sock.send(b"\0" * 12 + b"\x08\x00" + packet)
