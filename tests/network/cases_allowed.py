"""What must work, with grants and without."""

from scenario import ASYNC_GET, GET, LOCAL, PRINT_TLS, Case

ALLOWED = [
    Case("urllib_to_localhost", LOCAL, GET.format(url="http://127.0.0.1:{http}"), "hello\n"),
    Case("urllib_by_name", LOCAL, GET.format(url="http://localhost:{http}"), "hello\n"),
    Case(
        "http_client_by_granted_port",
        "--no-network --allow-host 127.0.0.1:{http}",
        "import http.client\nc = http.client.HTTPConnection('127.0.0.1', {http})\n"
        "c.request('GET', '/'); print(c.getresponse().read().decode())",
        "hello\n",
    ),
    Case(
        "localhost_granted_by_name_and_port",
        "--no-network --allow-host localhost:{http}",
        GET.format(url="http://localhost:{http}"),
        "hello\n",
    ),
    Case("tls_to_localhost", LOCAL, PRINT_TLS.format(host="localhost"), "hello\n"),
    Case(
        "asyncio_streams",
        LOCAL,
        ASYNC_GET.format(host="127.0.0.1", port="http", ssl=None),
        "hello\n",
    ),
    Case(
        "asyncio_tls",
        LOCAL,
        ASYNC_GET.format(
            host="localhost", port="https", ssl="ssl.create_default_context(cafile='{ca}')"
        ),
        "hello\n",
    ),
    Case(
        "zero_address_as_destination",
        LOCAL,
        "import socket; socket.create_connection(('0.0.0.0', {http})); print('ok')",
        "ok\n",
    ),
    Case(
        "udp_echo",
        LOCAL,
        "import socket; s = socket.socket(type=socket.SOCK_DGRAM)\n"
        "s.sendto(b'x', ('localhost', {udp})); print(s.recv(9))\n"
        "s.sendmsg([b'y'], [], 0, ('127.0.0.1', {udp})); print(s.recv(9))",
        "b'x'\nb'y'\n",
    ),
    Case(
        "unix_under_allow_localhost",
        LOCAL,
        "import socket; s = socket.socket(socket.AF_UNIX); s.connect('{unix}'); print(s.recv(9))",
        "b'hello'\n",
    ),
    Case(
        "unix_under_allow_unix",
        "--no-network --allow-unix",
        "import socket; s = socket.socket(socket.AF_UNIX); s.connect(b'{unix}'); print(s.recv(9))",
        "b'hello'\n",
    ),
    Case(
        "loopback_server_without_any_grant",
        "--no-network",
        "import http.server, socket\n"
        "for host in '127.0.0.1', 'localhost', '::1', '127.1':\n"
        "    family = socket.AF_INET6 if ':' in host else socket.AF_INET\n"
        "    with socket.create_server((host, 0), family=family) as s: print(s.getsockname()[0])\n"
        "with socket.socket(socket.AF_INET6) as s:\n"
        "    s.bind(('localhost', 0)); print(s.getsockname()[0])\n"
        "http.server.HTTPServer(('127.0.0.1', 0), None).server_close()",
        "127.0.0.1\n127.0.0.1\n::1\n127.0.0.1\n::1\n",
    ),
    Case(
        "accepted_connections_can_be_passed_on",
        LOCAL,
        "import socket\nserver = socket.create_server(('127.0.0.1', 0))\n"
        "client = socket.create_connection(server.getsockname())\n"
        "accepted, _ = server.accept()\n"
        "accepted.dup().sendall(b'x'); print(client.dup().recv(9))\n"
        "print(socket.fromfd(client.fileno(), client.family, client.type).getpeername()[0])",
        "b'x'\n127.0.0.1\n",
    ),
    Case(
        "connect_ex_keeps_its_errors",
        LOCAL,
        "import errno, socket\n"
        "print(errno.errorcode[socket.socket().connect_ex(('127.0.0.1', {closed}))])",
        "ECONNREFUSED\n",
    ),
    Case(
        "numeric_name_information",
        "--no-network",
        "import socket; print(socket.getnameinfo(('8.8.8.8', 1), socket.NI_NUMERICHOST)[0])",
        "8.8.8.8\n",
    ),
    Case(
        "what_needs_no_network",
        "--no-network --fail-on-violation",
        "import asyncio, email.utils, multiprocessing, socket, ssl, uuid\n"
        "async def main():\n"
        "    await asyncio.gather(asyncio.to_thread(uuid.uuid1), asyncio.sleep(0))\n"
        "asyncio.run(main())\n"
        "a, b = socket.socketpair(); a.sendall(b'x'); print(b.recv(1))\n"
        "socket.has_dualstack_ipv6(); socket.getfqdn(); email.utils.make_msgid()\n"
        "socket.if_nameindex(); ssl.create_default_context()\n"
        "print(socket.inet_aton('1.2.3.4'), socket.getservbyname('http'))\n"
        "print(socket.getaddrinfo(None, 80)[0][4][1])",
        "b'x'\nb'\\x01\\x02\\x03\\x04' 80\n80\n",
    ),
    Case(
        "errors_of_the_socket_module_stay",
        LOCAL,
        "import socket\n"
        "for call, args in (socket.socket().connect, ()), (socket.getaddrinfo, ()), "
        "(socket.socket().sendto, (b'x',)), (socket.socket, ('a',)[:0]):\n"
        "    try: call(*args)\n"
        "    except TypeError: print('TypeError')\n"
        "try: socket.socket().connect(('127.0.0.1', 70000))\n"
        "except OverflowError: print('OverflowError')",
        "TypeError\nTypeError\nTypeError\nOverflowError\n",
    ),
]
