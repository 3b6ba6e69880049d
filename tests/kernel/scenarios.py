"""What takes more than one process to see."""

from __future__ import annotations

import contextlib
import os
import platform
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from peer import HERE, OTHER, PEER, PORT
from probe import Skipped, World, answer_of, matches

SERVED = 7003
LOCALHOST = ["--no-network", "--allow-localhost"]


def start(
    world: World,
    policy: list[str],
    words: list[str],
    *,
    stdin: int | None = None,
    pass_fds: Sequence[int] = (),
    own_session: bool = False,
) -> subprocess.Popen[str]:
    return subprocess.Popen(
        world.command(policy, words),
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        pass_fds=pass_fds,
        start_new_session=own_session,
    )


def hidden_children(pid: int) -> dict[str, int]:
    """The supervisor and the monitor of a process, by name."""
    found = {}
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        name = Path(f"/proc/{child}/comm").read_text().strip()
        if name.startswith("hermetic-"):
            found[name] = int(child)
    return found


def wait_for_child(pid: int, name: str) -> int:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        if name in (children := hidden_children(pid)):
            return children[name]
        time.sleep(0.02)
    raise TimeoutError(name)


def is_alive(pid: int) -> bool:
    """Not so for one that nobody has waited for: this machine's init may be slow at it."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def dead_supervisor_fails_closed(world: World) -> str:
    process = start(world, LOCALHOST, ["pause_for=1.5", "echo=127.0.0.1:0", "socket_pair"])
    supervisor = wait_for_child(process.pid, "hermetic-superv")
    time.sleep(0.5)
    os.kill(supervisor, signal.SIGKILL)
    out, _ = process.communicate(timeout=20)
    got = answer_of(out, "echo=127.0.0.1:0")
    if got is None or not matches("ENOSYS", got):
        return f"echo answered {got}"
    return "" if answer_of(out, "socket_pair") == 0 else "socketpair stopped working"


def supervisor_ends_with_the_program(world: World) -> str:
    process = start(world, LOCALHOST, ["pause_for=0.5"])
    supervisor = wait_for_child(process.pid, "hermetic-superv")
    process.communicate(timeout=20)
    time.sleep(0.3)
    return "the supervisor is still there" if is_alive(supervisor) else ""


def pipes_end_with_the_program(world: World) -> str:
    begin = time.monotonic()
    for policy in (LOCALHOST, ["--timeout=30s"]):
        start(world, policy, ["print_line=x"]).communicate(timeout=20)
    took = time.monotonic() - begin
    return f"the pipes stayed open for {took:.1f} s" if took > 3 else ""


CONNECT = {"x86_64": "42", "aarch64": "203"}[platform.machine()]


def waits_in_connect(pid: int) -> bool:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/syscall").read_text().split()[0] == CONNECT
    return False


def interrupt_during_connect(world: World) -> str:
    """Ctrl-C goes to the process group; the program must not wait for the supervisor."""
    # What a shell puts in the background ignores SIGINT, and hands that down.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    process = start(
        world,
        ["--no-network", "--allow-host=10.77.31.9"],
        ["tcp_blocking=10.77.31.9:80"],
        own_session=True,
    )
    # A signal that comes earlier is one that plain python3 would not act on either.
    while process.poll() is None and not waits_in_connect(process.pid):
        time.sleep(0.02)
    if process.poll() is not None:
        return ""  # No route: there is no blocking connect to interrupt.
    begin = time.monotonic()
    os.killpg(process.pid, signal.SIGINT)
    try:
        process.communicate(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        return "still running 10 seconds after SIGINT"
    took = time.monotonic() - begin
    return f"ended after {took:.1f} s" if took > 2 else ""


def daemons_end_with_the_limit(world: World) -> str:
    tree = world.tree("daemon", os.getuid())
    note = tree / "pid"
    process = start(world, ["--timeout=1s"], [f"daemonize={note}", "pause_for=20"])
    process.communicate(timeout=20)
    time.sleep(0.2)
    daemon = int(note.read_text())
    if is_alive(daemon):
        os.kill(daemon, signal.SIGKILL)
        return "a daemon outlived the timeout"
    return "" if process.returncode == 124 else f"exit code {process.returncode}"


def connects(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port)).close()
        return True
    except OSError:
        return False


def inherited_sockets_are_closed(world: World) -> str:
    here, there = socket.socketpair()
    server = socket.create_server(("127.0.0.1", 0))
    client = socket.create_connection(server.getsockname())
    fds = [here.fileno(), client.fileno()]
    words = [f"write_descriptor={fd}" for fd in fds]
    process = start(world, ["--no-network"], words, pass_fds=fds)
    out, _ = process.communicate(timeout=20)
    for word in words:
        got = answer_of(out, word)
        if got is None or not matches("EBADF", got):
            return f"{word} answered {got}"
    for kept in (here, there, server, client):
        kept.close()
    return ""


def pairs_reach_nobody_else(world: World) -> str:
    """A pair of datagram sockets is no way to a socket with a path, such as the system log's."""
    tree = world.tree("pairs", os.getuid())
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as log:
        log.bind(f"{tree}/log")
        log.setblocking(False)
        for policy in (["--no-network"], ["--no-network", "--allow-host=192.0.2.1"]):
            process = start(world, policy, [f"pair_sendto={tree}/log", "socket_pair"])
            out, _ = process.communicate(timeout=20)
            if answer_of(out, "socket_pair") != 0:
                return f"socketpair stopped working: {out}"
            try:
                return f"{policy}: arrived: {log.recv(16)!r}"
            except BlockingIOError:
                continue
    return ""


def servers_hear_this_machine_alone(world: World) -> str:
    if world.peer.why_not:
        raise Skipped(world.peer.why_not)
    word = f"serve_on=0.0.0.0:{SERVED}"
    for policy, place, heard in (([], HERE, True), (LOCALHOST, "", True), (LOCALHOST, HERE, False)):
        process = start(world, policy, [word])
        for _ in range(20):
            time.sleep(0.1)
            if world.peer.connect(HERE, SERVED) if place else connects(SERVED):
                break
        out, _ = process.communicate(timeout=20)
        if (answer_of(out, word) == 0) != heard:
            return f"{policy} from {place or 'this machine'}: {out}"
    return ""


def network_stdin_is_refused(world: World) -> str:
    server = socket.create_server(("127.0.0.1", 0))
    with socket.create_connection(server.getsockname()) as client:
        process = start(world, ["--no-network"], ["print_line=x"], stdin=client.fileno())
        _, err = process.communicate(timeout=20)
    server.close()
    return "" if process.returncode == 1 and "standard stream 0" in err else err or "it started"


def seventeen_layers(world: World) -> str:
    """Landlock's limit is reported, and what is in force stays in force."""
    levels = ["--fs-readonly"]
    for _ in range(17):
        levels += [":then", "--deny-import=x"]
    tree = world.tree("layers", os.getuid())
    word = f"write_file={tree}/file"
    process = start(world, levels, [word])
    out, err = process.communicate(timeout=20)
    if "16 Landlock layers" not in err:
        return f"not reported: {err}"
    got = answer_of(out, word)
    return "" if got is not None and matches("EACCES", got) else f"{word} answered {got}"


def nested(world: World, outer: list[str], inner: list[str], words: list[str]) -> tuple[str, str]:
    command = [str(world.binary), *outer, "--", *world.command(inner, words)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    return done.stdout, done.stderr


def nested_supervisor_is_reported(world: World) -> str:
    out, err = nested(
        world,
        LOCALHOST,
        ["--no-network", "--allow-host=10.0.0.1"],
        ["echo=127.0.0.1:0", "make_socket=2,1,0"],
    )
    if "an outer supervisor is in force" not in err:
        return f"not reported: {err}"
    return "" if answer_of(out, "make_socket=2,1,0") else "the network is open"


def nested_with_the_same_policy_is_inherited(world: World) -> str:
    inner = [*LOCALHOST, ":inherited"]
    out, err = nested(world, LOCALHOST, inner, ["echo=127.0.0.1:0", "tcp=192.0.2.1:9"])
    if err:
        return err
    if answer_of(out, "echo=127.0.0.1:0") != 0:
        return f"loopback stopped working: {out}"
    return "" if answer_of(out, "tcp=192.0.2.1:9") else "the network is open"


def require_is_refused_when_nested(world: World) -> str:
    inner = ["--no-network", "--allow-host=10.0.0.1", "--kernel=require"]
    _, err = nested(world, LOCALHOST, inner, ["print_line=x"])
    return "" if "--kernel=require" in err else f"it started: {err}"


def names_are_filtered(world: World) -> str:
    """Only permitted names are ever asked for outside, and their addresses can be reached."""
    if world.peer.why_not:
        raise Skipped(world.peer.why_not)
    tree = world.tree("names", os.getuid())
    (tree / "resolv.conf").write_text(f"nameserver {PEER}\n")
    words = [
        f"tcp_name=www.allowed.example:{PORT}",
        f"tcp_name=secret.denied.example:{PORT}",
        f"tcp={PEER}:{PORT}",
        f"tcp={OTHER}:{PORT}",
        f"udp_sendto={PEER}:53",
        f"in_child=tcp_name=allowed.example:{PORT}",
    ]
    policy = ["--no-network", "--allow-domain=allowed.example"]
    mount = f'mount --bind {tree}/resolv.conf /etc/resolv.conf && exec "$@"'
    world.peer.settle()
    done = subprocess.run(
        ["unshare", "--mount", "sh", "-c", mount, "sh", *world.command(policy, words)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    got = [answer_of(done.stdout, word) for word in words]
    if got[0] != 0 or got[2] != 0 or got[5] != 0:
        return f"a permitted name did not work: {done.stdout}{done.stderr}"
    if 0 in (got[1], got[3], got[4]):
        return f"something else worked: {done.stdout}"
    arrived = world.peer.settle()
    wrong = [what for what in arrived if "denied" in what or OTHER in what or "dns-tcp" in what]
    return f"arrived: {wrong}" if wrong else ""


PROBE_ONLY: dict[str, Callable[[World], str]] = {
    "nested supervisor is reported": nested_supervisor_is_reported,
    "nested with the same policy is inherited": nested_with_the_same_policy_is_inherited,
    "require is refused when nested": require_is_refused_when_nested,
    "seventeen layers": seventeen_layers,
}
ALL: dict[str, Callable[[World], str]] = {
    "names are filtered": names_are_filtered,
    "dead supervisor fails closed": dead_supervisor_fails_closed,
    "supervisor ends with the program": supervisor_ends_with_the_program,
    "pipes end with the program": pipes_end_with_the_program,
    "interrupt during connect": interrupt_during_connect,
    "daemons end with the limit": daemons_end_with_the_limit,
    "inherited sockets are closed": inherited_sockets_are_closed,
    "pairs reach nobody else": pairs_reach_nobody_else,
    "servers hear this machine alone": servers_hear_this_machine_alone,
    "network stdin is refused": network_stdin_is_refused,
    **PROBE_ONLY,
}
