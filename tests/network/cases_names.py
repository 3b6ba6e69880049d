"""Granted names, their addresses, and what a name server is asked."""

import dataclasses

from scenario import ASYNC_GET, DOMAIN, GET, PRINT_TLS, Case, caught

_NAMES = [
    Case("granted_domain", DOMAIN, GET.format(url="http://allowed.test:{http}"), "hello\n"),
    Case("subdomain", DOMAIN, GET.format(url="http://www.Allowed.test.:{http}"), "hello\n"),
    Case("tls_to_granted_domain", DOMAIN, PRINT_TLS.format(host="allowed.test"), "hello\n"),
    Case(
        "asyncio_to_granted_domain",
        DOMAIN,
        ASYNC_GET.format(host="allowed.test", port="http", ssl=None),
        "hello\n",
    ),
    Case(
        "socket_resolves_granted_domain",
        DOMAIN,
        "import socket\n"
        "for connect in socket.socket().connect, socket.socket().connect_ex:\n"
        "    print(connect(('allowed.test', {http})))",
        "None\n0\n",
    ),
    Case(
        "answers_are_connectable",
        DOMAIN,
        "import socket\n"
        "print(socket.socket().connect_ex(('{allowed}', {http})))\n"
        "print(socket.gethostbyname('allowed.test') == '{allowed}')\n"
        "print(socket.socket().connect_ex(('{allowed}', {http})))\n"
        "print(socket.socket().connect_ex(('{host}', {http})))",
        "13\nTrue\n0\n13\n",
    ),
    Case(
        "host_grant_limits_the_port",
        "--no-network --allow-host allowed.test:{http}",
        "import socket\nsocket.getaddrinfo('allowed.test', None)\n"
        "for host in 'allowed.test', '{allowed}':\n"
        "    print(*(socket.socket().connect_ex((host, p)) for p in ({http}, {udp})))",
        "0 13\n0 13\n",
    ),
    Case(
        "host_grant_is_no_domain",
        "--no-network --allow-host allowed.test",
        "import socket\nprint(socket.socket().connect_ex(('leak8.allowed.test', {http})))",
        "13\n",
        unasked="leak8",
    ),
    Case(
        "address_grant",
        "--no-network --allow-host {allowed}/31",
        "import socket\n"
        "print(*(socket.socket().connect_ex((h, {http})) for h in ('{allowed}', '{host}')))",
        "0 13\n",
    ),
    Case(
        "answers_that_are_not_the_owners",
        "--no-network --allow-domain loopback.test --allow-domain metadata.allowed.test",
        "import socket\n"
        "for name in 'loopback.test', 'metadata.allowed.test':\n"
        "    address = socket.gethostbyname(name)\n"
        "    print(*(socket.socket().connect_ex((h, {http})) for h in (name, address)))",
        "13 13\n13 13\n",
    ),
    caught(
        "changed_idna_codec",
        DOMAIN,
        "import encodings.idna, socket\n"
        "encodings.idna.ToASCII = lambda label: b'leak9'\n"
        "encodings.idna.Codec.encode = lambda *_: (b'leak9.test', 1)\n"
        "socket.getaddrinfo('all\\u00f6wed.test', 80)",
        "DNS(leak9.test)",
    ),
    Case(
        "changed_idna_codec_and_an_ascii_name",
        DOMAIN,
        "import encodings.idna, socket\n"
        "encodings.idna.Codec.encode = lambda *_: (b'leak10.test', 1)\n"
        "print(socket.gethostbyname('allowed.test') == '{allowed}')",
        "True\n",
        unasked="leak10",
    ),
    Case(
        "search_list_from_the_environment",
        DOMAIN,
        "import os, socket\nos.environ['LOCALDOMAIN'] = 'leak11.test'\n"
        "try: socket.gethostbyname('none.allowed.test')\n"
        "except RuntimeError as error: print(error)",
        "network disabled: DNS(none.allowed.test)\n",
        unasked="leak11",
    ),
    Case(
        "names_that_are_refused_are_not_asked_for",
        DOMAIN,
        "import socket\n"
        "s = socket.socket; d = lambda: s(type=socket.SOCK_DGRAM)\n"
        "for f in (lambda n: s().connect((n, 1)), lambda n: s().connect_ex((n, 1)),\n"
        "          lambda n: s().bind((n, 1)), lambda n: d().sendto(b'x', (n, 1)),\n"
        "          lambda n: d().sendmsg([b'x'], [], 0, (n, 1)), socket.gethostbyname,\n"
        "          socket.gethostbyaddr, socket.gethostbyname_ex, socket.getfqdn,\n"
        "          lambda n: socket.getaddrinfo(n, 1)):\n"
        "    try: f('leak12.test')\n"
        "    except RuntimeError: print(end='.')",
        "........",
        unasked="leak12",
    ),
    Case(
        "failed_lookup_is_gaierror",
        DOMAIN,
        "import socket\n"
        "six = socket.AF_INET6\n"
        "for f in socket.socket(six).connect, lambda a: socket.getaddrinfo(*a, six):\n"
        "    try: f(('allowed.test', 80))\n"
        "    except socket.gaierror as error: print(error.errno < 0)",
        "True\nTrue\n",
    ),
]

NAMES = [dataclasses.replace(case, needs_network=True) for case in _NAMES]
