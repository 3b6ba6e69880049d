"""What is refused, and in which words."""

from scenario import CONNECT, DOMAIN, GET, LOCAL, Case, caught, refused

MESSAGES = [
    caught(
        "connect", "--no-network", CONNECT.format(address="('1.2.3.4', 80)"), "connect(1.2.3.4)"
    ),
    caught(
        "connect_by_name",
        "--no-network",
        CONNECT.format(address="('leak1.test', 80)"),
        "connect(leak1.test)",
    ),
    caught(
        "connect_loopback",
        "--no-network",
        CONNECT.format(address="('127.0.0.1', {http})"),
        "connect(127.0.0.1)",
    ),
    caught(
        "connect_idna",
        LOCAL,
        CONNECT.format(address="('b\\u00fccher.example', 80)"),
        "connect(xn--bcher-kva.example)",
    ),
    caught(
        "connect_unix",
        "--no-network",
        "import socket\nsocket.socket(socket.AF_UNIX).connect('{unix}')",
        "connect({unix})",
    ),
    caught(
        "connect_unix_under_domain",
        DOMAIN,
        "import socket\nsocket.socket(socket.AF_UNIX).connect('{unix}')",
        "connect({unix})",
    ),
    caught(
        "create_connection",
        "--no-network",
        "import socket\nsocket.create_connection(('leak2.test', 80))",
        "create_connection(leak2.test)",
    ),
    caught(
        "create_connection_address",
        "--no-network",
        "import socket\nsocket.create_connection(('1.2.3.4', 80))",
        "create_connection(1.2.3.4)",
    ),
    caught(
        "getaddrinfo",
        "--no-network",
        "import socket\nsocket.getaddrinfo('leak3.test', 80)",
        "DNS(leak3.test)",
    ),
    caught(
        "gethostbyname",
        "--no-network",
        "import socket\nsocket.gethostbyname('leak4.test')",
        "DNS(leak4.test)",
    ),
    caught(
        "gethostbyname_ex",
        LOCAL,
        "import socket\nsocket.gethostbyname_ex('leak5.test')",
        "DNS(leak5.test)",
    ),
    caught(
        "gethostbyaddr", LOCAL, "import socket\nsocket.gethostbyaddr('8.8.8.8')", "DNS(8.8.8.8)"
    ),
    caught(
        "getnameinfo", LOCAL, "import socket\nsocket.getnameinfo(('8.8.8.8', 1), 0)", "DNS(8.8.8.8)"
    ),
    caught(
        "sendto",
        "--no-network",
        "import socket\nsocket.socket(type=2).sendto(b'x', ('1.2.3.4', 9))",
        "sendto(1.2.3.4)",
    ),
    caught(
        "sendmsg",
        "--no-network",
        "import socket\nsocket.socket(type=2).sendmsg([b'x'], [], 0, ('1.2.3.4', 9))",
        "sendmsg(1.2.3.4)",
    ),
    caught(
        "bind_any", LOCAL, "import socket\nsocket.socket().bind(('0.0.0.0', 0))", "bind(0.0.0.0)"
    ),
    caught("bind_empty", LOCAL, "import socket\nsocket.socket().bind(('', 0))", "bind()"),
    caught(
        "bind_any6",
        LOCAL,
        "import socket\nsocket.socket(socket.AF_INET6).bind(('::', 0))",
        "bind(::)",
    ),
    caught("listen_unbound", LOCAL, "import socket\nsocket.socket().listen()", "listen(0.0.0.0)"),
    caught(
        "metadata",
        LOCAL + " --allow-host 0.0.0.0/0",
        CONNECT.format(address="('0xa9fea9fe', 80)"),
        "connect(0xa9fea9fe)",
    ),
    caught(
        "odd_address", "--no-network", CONNECT.format(address="[1, 2]"), "connect(invalid address)"
    ),
    caught(
        "odd_host",
        LOCAL,
        CONNECT.format(address="(bytearray(b'127.0.0.1'), 80)"),
        "connect(invalid address)",
    ),
    caught(
        "odd_port", LOCAL, CONNECT.format(address="('127.0.0.1', '80')"), "connect(invalid address)"
    ),
    caught(
        "embedded_nul",
        "--no-network --allow-domain allowed.test",
        "import socket\nsocket.getaddrinfo(b'leak6.test\\0.allowed.test', 80)",
        "DNS(invalid address)",
    ),
    caught(
        "surrogates", LOCAL, CONNECT.format(address="('\\udc80', 80)"), "connect(invalid address)"
    ),
    caught(
        "packet_socket",
        LOCAL,
        "import socket\nsocket.socket(socket.AF_PACKET, socket.SOCK_RAW)",
        "socket(AF_PACKET)",
    ),
    caught(
        "raw_socket",
        LOCAL,
        "import socket\nsocket.socket(socket.AF_INET, socket.SOCK_RAW, 1)",
        "socket(SOCK_RAW)",
    ),
    caught("netlink_by_c", LOCAL, "import _socket\n_socket.socket(16, 3, 0)", "socket(AF_NETLINK)"),
    caught(
        "other_device",
        LOCAL,
        "import socket\nsocket.socket().setsockopt(1, 25, b'lo')",
        "setsockopt(SO_BINDTODEVICE)",
    ),
    caught(
        "multicast_group",
        LOCAL,
        "import socket\nsocket.socket(type=2).setsockopt(0, 35, bytes(8))",
        "setsockopt(IP_ADD_MEMBERSHIP)",
    ),
    caught(
        "control_data",
        LOCAL,
        "import socket\ncontrol = [(socket.IPPROTO_IP, 8, bytes(12))]\n"
        "socket.socket(type=2).sendmsg([b'x'], control, 0, ('127.0.0.1', 9))",
        "sendmsg(control data)",
    ),
    caught(
        "line_for_the_system_log",
        "--no-network",
        "import syslog\nsyslog.syslog('x')",
        "connect(/dev/log)",
    ),
    caught(
        "other_port",
        "--no-network --allow-host 127.0.0.1:{http}",
        CONNECT.format(address="('127.0.0.1', {udp})"),
        "connect(127.0.0.1)",
    ),
    caught(
        "str_subclass",
        LOCAL,
        "import socket\n"
        "class Host(str):\n"
        "    def encode(self, *a): return b'127.0.0.1'\n"
        "    __str__ = __repr__ = lambda self: 1 / 0\n"
        "socket.socket().connect((Host('1.2.3.4'), 80))",
        "connect(1.2.3.4)",
    ),
    Case(
        "connect_ex",
        "--no-network",
        "import errno, socket\nprint(errno.errorcode[socket.socket().connect_ex(('1.2.3.4', 80))])",
        "EACCES\n",
    ),
]

REPORTS = [
    refused(
        "report_names_port_and_grant",
        "--no-network",
        CONNECT.format(address="('1.2.3.4', 443)"),
        "hermetic: blocked network: connect to 1.2.3.4:443\n",
        "  policy: --no-network\n",
        "  to allow it: --allow-host 1.2.3.4:443\n",
    ),
    refused(
        "report_for_a_name",
        "--no-network",
        GET.format(url="http://leak7.test/"),
        "hermetic: blocked network: connect to leak7.test\n",
        "  to allow it: --allow-domain leak7.test\n",
        unasked="leak7",
    ),
    refused(
        "report_for_loopback",
        "--no-network",
        CONNECT.format(address="('::1', 80)"),
        "hermetic: blocked network: connect to [::1]:80\n",
        "  to allow it: --allow-localhost\n",
    ),
    refused(
        "report_for_unix",
        "--no-network",
        "import socket\nsocket.socket(socket.AF_UNIX).connect('{unix}')",
        "hermetic: blocked network: connect to {unix}\n",
        "  to allow it: --allow-unix\n",
    ),
    Case(
        "trace_of_connect",
        "--no-network --trace",
        "import socket; socket.socket().connect_ex(('Example.com', 80))",
        stderr=("[hermetic] blocked socket.connect_ex host=Example.com reason=no-network\n",),
    ),
    Case(
        "trace_of_a_lookup_comes_once",
        "--no-network --trace --on-violation=log",
        "import socket\ntry: socket.getaddrinfo('127.0.0.1', 80)\nfinally: pass",
        stderr=("[hermetic] blocked socket.getaddrinfo host=127.0.0.1 reason=no-network\n",),
    ),
]
