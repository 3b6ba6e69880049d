"""The network matrix, judged by what arrives at a peer in another network namespace."""

from peer import DEVICE, OTHER, PEER, PORT
from probe import Case

THERE = f"{PEER}:{PORT}"
ELSEWHERE = f"{OTHER}:{PORT}"
MAPPED = f"::ffff:{PEER}:{PORT}"
MAPPED_ELSEWHERE = f"::ffff:{OTHER}:{PORT}"
REFUSED = "EPERM|EACCES|EAFNOSUPPORT|EPROTONOSUPPORT|EOPNOTSUPP"
SHARED = dict.fromkeys(
    ("shared_queue", "shared_segment", "shared_semaphore", "named_queue=hermetic-test"), "EPERM"
)
ROUTER = "2001:db8::2"  # Nobody's: the option itself is refused.
INET, INET6, UNIX, NETLINK, PACKET, VSOCK = 2, 10, 1, 16, 17, 40
STREAM, DATAGRAM, RAW = 1, 2, 3


def everything(host: str, mapped: str, want: str) -> dict[str, str]:
    return {
        f"tcp={host}": want,
        f"tcp_blocking={host}": want,
        f"tcp={mapped}": want,
        f"tcp_mptcp={host}": want,
        f"tcp_unset_device={host}": want,
        f"udp_sendto={host}": want,
        f"udp_sendto={mapped}": want,
        f"udp_connect={host}": want,
        f"udp_sendmsg={host}": want,
        f"udp_sendmmsg={host}": want,
        f"udp_pktinfo={host}": want,
        f"udp_pktinfo_many={host}": want,
        f"tcp_fast_open={host}": want + "|ETIMEDOUT",
        f"tcp_fast_open_message={host}": want + "|ETIMEDOUT",
    }


CASES = [
    Case(
        "without policy everything arrives",
        [],
        {
            f"device={DEVICE}": "ok",
            f"tcp={THERE}": "ok",
            f"udp_sendto={THERE}": "ok",
            f"udp_pktinfo={THERE}": "ok",
            f"udp_pktinfo_many={THERE}": "ok",
        },
        needs_peer=True,
        arrivals={f"tcp {PEER}": 1, "udp any": 3},
    ),
    Case(
        "no network",
        ["--no-network"],
        {
            **everything(THERE, MAPPED, REFUSED),
            f"make_socket={UNIX},{STREAM},0": REFUSED,
            f"make_socket={NETLINK},{RAW},0": REFUSED,
            f"make_socket={PACKET},{DATAGRAM},0": REFUSED,
            "socket_pair": "ok",
            "echo=127.0.0.1:0": REFUSED,
            **SHARED,
        },
        needs_peer=True,
    ),
    Case(
        "no network but unix",
        ["--no-network", "--allow-unix"],
        {
            f"make_socket={UNIX},{STREAM},0": "ok",
            f"make_socket={INET},{STREAM},0": REFUSED,
            "unix_bind={tree}/socket": "ok",
            "shared_queue": "ok",
            "shared_segment": "ok",
            "shared_semaphore": "ok",
        },
    ),
    Case(
        "localhost",
        ["--no-network", "--allow-localhost"],
        {
            f"device={DEVICE}": "ok",
            **everything(THERE, MAPPED, REFUSED),
            "echo=127.0.0.1:0": "ok",
            "echo=::1:0": "ok",
            "udp_echo=127.0.0.1:0": "ok",
            "udp_echo=::1:0": "ok",
            "pass_descriptor": "ok",
            "in_child=echo=127.0.0.1:0": "ok",
            f"tcp_routed={ROUTER}/::1:9": "EPERM",
            "listen_unbound": "ok",
            "listen_on=0.0.0.0:0": "ok",
            "listen_on=:::0": "ok",
            "bind_to=0.0.0.0:8099": "ok",
            "udp_sendto=127.0.0.53:53": "EACCES",
            "udp_unspecified=127.0.0.53:53": "EACCES|EAFNOSUPPORT",
            "udp_connect=127.0.0.53:53": "EACCES",
            "udp_sendmsg=127.0.0.53:53": "EACCES",
            f"make_socket={INET},{RAW},1": REFUSED,
            f"make_socket={INET},{DATAGRAM},1": REFUSED,
            f"make_socket={PACKET},{DATAGRAM},0": REFUSED,
            f"make_socket={VSOCK},{STREAM},0": REFUSED,
            f"make_socket={NETLINK},{RAW},4": REFUSED,
            f"make_socket={NETLINK},{RAW},0": "ok",
            f"make_socket={UNIX},{STREAM},0": "ok",
            "socket_pair": "ok",
        },
        needs_peer=True,
    ),
    Case(
        "allowed host",
        ["--no-network", f"--allow-host={PEER}"],
        {
            f"tcp={THERE}": "ok",
            f"tcp_blocking={THERE}": "ok",
            f"tcp={MAPPED}": "ok",
            f"in_child=tcp={THERE}": "ok",
            f"tcp={ELSEWHERE}": "EACCES",
            f"tcp_blocking={ELSEWHERE}": "EACCES",
            f"tcp={MAPPED_ELSEWHERE}": "EACCES",
            f"tcp_mptcp={THERE}": REFUSED,
            f"tcp_deferred={THERE}/{ELSEWHERE}": "ok",
            f"tcp_deferred={ELSEWHERE}/{THERE}": "EACCES",
            f"tcp_routed={ROUTER}/::1:9": "EPERM",
            f"tcp_fast_open={THERE}": "EOPNOTSUPP",
            f"tcp_fast_open_message={ELSEWHERE}": "EOPNOTSUPP",
            f"udp_sendto={THERE}": REFUSED,
            f"udp_connect={THERE}": REFUSED,
            "tcp=127.0.0.1:9": "EACCES",
            "listen_unbound": "EACCES",
            "listen_on=127.0.0.1:0": "ok",
            "listen_on=0.0.0.0:0": "EACCES",
            "listen_on=:::0": "EACCES",
            "bind_to=0.0.0.0:0": "ok",
            "bind_to=0.0.0.0:8099": "EACCES",
            f"make_socket={UNIX},{STREAM},0": REFUSED,
            "pass_descriptor": "ok",
            **SHARED,
            "resolve=localhost": "ok",
            "resolve=not.allowed.example": "1002",
        },
        needs_peer=True,
        arrivals={f"tcp {PEER}": 5},
    ),
    Case(
        "allowed host beside localhost",
        ["--no-network", f"--allow-host={PEER}", "--allow-localhost"],
        {
            f"tcp={THERE}": "ok",
            f"tcp={ELSEWHERE}": "EACCES",
            "echo=127.0.0.1:0": "ok",
            "udp_echo=127.0.0.1:0": "ok",
            f"device={DEVICE}": "ok",
            f"udp_pktinfo={THERE}": "EACCES",
            f"udp_sendto={THERE}": "EACCES",
            "unix_bind={tree}/socket": "ok",
            "pass_descriptor": "ok",
        },
        needs_peer=True,
        arrivals={f"tcp {PEER}": 1},
    ),
    Case(
        "two levels are a conjunction",
        ["--no-network", f"--allow-host={PEER}", ":then", "--no-network", "--allow-localhost"],
        {f"tcp={THERE}": "EACCES", "tcp=127.0.0.1:9": "EACCES"},
        needs_peer=True,
    ),
    Case(
        "address race",
        ["--no-network", f"--allow-host={PEER}"],
        {f"race_addresses={ELSEWHERE}/{THERE}/3000": "0"},
        needs_peer=True,
        arrivals={f"tcp {PEER}": -1},
    ),
    Case(
        "descriptor race",
        ["--no-network", f"--allow-host={PEER}"],
        {f"race_descriptors={ELSEWHERE}/{THERE}/3000": "0"},
        needs_peer=True,
    ),
    Case(
        "address race with localhost",
        ["--no-network", "--allow-localhost"],
        {f"race_addresses={ELSEWHERE}/127.0.0.1:9/3000": "0"},
        needs_peer=True,
    ),
    Case(
        "descriptor race with localhost",
        ["--no-network", "--allow-localhost"],
        {f"race_descriptors={ELSEWHERE}/127.0.0.1:9/3000": "0"},
        needs_peer=True,
    ),
    Case(
        "a connect that waits holds up no other",
        ["--no-network", "--allow-host=10.77.31.9", "--allow-localhost"],
        {"echo_beside_waiting=10.77.31.9:80": "ok"},
        needs_peer=True,
    ),
    Case(
        "interrupted connect",
        ["--no-network", "--allow-host=10.77.31.9"],
        {"interrupted_connect=10.77.31.9:80": "EINTR"},
        needs_peer=True,
    ),
    Case(
        "the supervisor cannot be seen or ended",
        ["--no-network", "--allow-localhost"],
        {
            "wait_for_any": "ECHILD",
            "die_with_supervisor": "EPERM",
            "limit_hidden_child": "EPERM",
            "limit_parent": "EPERM",
        },
    ),
]
