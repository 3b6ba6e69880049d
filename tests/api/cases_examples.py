"""Programs as the documentation of the old package has them."""

from __future__ import annotations

from case import Case

CASES = [
    Case("context_manager", """
        import socket
        from hermetic import hermetic_blocker
        with hermetic_blocker(block_network=True, block_subprocess=True):
            try:
                socket.create_connection(("example.com", 80))
            except PolicyViolation as violation:
                print(violation)
            attempt(lambda: os.system("true"))
        print(tried())""", """
        network disabled: create_connection(example.com)
        subprocess: subprocess disabled [None]
        open"""),
    Case("decorator", """
        from hermetic import with_hermetic
        @with_hermetic(block_network=True, allow_localhost=True)
        def local_only():
            import socket
            return socket.getaddrinfo("localhost", 80)[0][4][1]
        print(local_only())""", "80"),
    Case("async_functions", """
        import asyncio, urllib.request
        from hermetic import hermetic_blocker, with_hermetic
        @with_hermetic(block_network=True)
        async def fetch():
            return await asyncio.to_thread(urllib.request.urlopen, "http://example.com")
        async def main():
            async with hermetic_blocker(block_subprocess=True):
                try:
                    await asyncio.create_subprocess_exec("true")
                except PolicyViolation as violation:
                    print(violation)
            try:
                await fetch()
            except PolicyViolation as violation:
                print(violation)
        asyncio.run(main())""", """
        subprocess disabled
        network disabled: create_connection(example.com)"""),
    Case("configs_that_are_merged", """
        from hermetic.blocker import BlockConfig, hermetic_blocker
        base = BlockConfig(block_network=True, allow_domains=["example.org"])
        strict = base | BlockConfig(block_subprocess=True, deny_imports=["colorsys"])
        with hermetic_blocker(strict):
            print(tried())
            attempt(lambda: __import__("colorsys"))""",
        "blocked\nimports: import blocked: colorsys [colorsys]"),
    Case("runner_for_code_of_a_language_model", """
        from hermetic import hermetic_blocker
        with hermetic_blocker(block_network=True, block_subprocess=True, fs_readonly=True):
            for source in ("print(6 * 7)", "open('x', 'w')", "import os; os.system('true')"):
                try:
                    exec(compile(source, "<model>", "exec"), {})
                except PolicyViolation as violation:
                    print("refused:", violation)""",
        "42\nrefused: filesystem readonly: x\nrefused: subprocess disabled"),
    Case("guard_by_guard", """
        from hermetic.guards import install_all, uninstall_all
        install_all(net={"allow_localhost": True, "allow_domains": []}, subproc={"trace": True})
        try:
            print(tried())
        finally:
            uninstall_all()
        print(tried())""", "blocked\nopen", errors=("[hermetic] blocked subprocess reason=no-subprocess",)),
    Case("guards_by_name_of_the_attempt", """
        import socket
        from hermetic import hermetic_blocker
        from hermetic.errors import HermeticError, PolicyViolation
        def explain(action):
            try:
                action()
            except PolicyViolation as violation:
                return f"{violation.guard}: {violation.target or 'a process'}"
            except HermeticError:
                return "another failure of hermetic"
        with hermetic_blocker(block_network=True, block_subprocess=True, fs_readonly=True):
            print(explain(lambda: socket.create_connection(("example.com", 443))))
            print(explain(lambda: open("report.txt", "w")))
            print(explain(lambda: os.system("true")))""",
        "network: example.com\nfilesystem: report.txt\nsubprocess: a process"),
    Case("domains_that_are_allowed", """
        import socket
        from hermetic import hermetic_blocker
        with hermetic_blocker(block_network=True, allow_domains=["localhost"], allow_localhost=True):
            server = socket.create_server(("127.0.0.1", 0))
            client = socket.create_connection(("localhost", server.getsockname()[1]))
            client.sendall(b"ping")
            print(server.accept()[0].recv(4))
            try:
                socket.getaddrinfo("example.com", 443)
            except PolicyViolation as violation:
                print(violation)""", "b'ping'\nnetwork disabled: DNS(example.com)"),
    Case("nested_policies", """
        from hermetic import hermetic_blocker
        with hermetic_blocker(block_network=True):
            with hermetic_blocker(block_subprocess=True, fs_readonly=True):
                print(tried())
            print(tried())
        print(tried())""", "blocked\nopen\nopen"),
    Case("exit_stack", """
        from contextlib import ExitStack
        from hermetic import hermetic_blocker
        def restricted(untrusted):
            stack = ExitStack()
            if untrusted:
                stack.enter_context(hermetic_blocker(profile="block-all"))
            return stack
        with restricted(untrusted=True):
            print(tried())
        with restricted(untrusted=False):
            print(tried())""", "blocked\nopen"),
    Case("decorated_coroutines_side_by_side", """
        import asyncio
        from hermetic import with_hermetic
        @with_hermetic(block_subprocess=True)
        async def tool(number):
            await asyncio.sleep(0)
            return number, tried()
        async def main():
            print(await asyncio.gather(*(tool(n) for n in range(3))))
            print(tried())
        asyncio.run(main())""",
        "[(0, 'blocked'), (1, 'blocked'), (2, 'blocked')]\nopen"),
    Case("async_client_and_server", """
        import asyncio
        from hermetic import hermetic_blocker
        async def answer(reader, writer):
            writer.write((await reader.readline()).upper())
            writer.close()
        async def main():
            async with hermetic_blocker(block_network=True, allow_localhost=True):
                server = await asyncio.start_server(answer, "127.0.0.1", 0)
                async with server:
                    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
                    writer.write(b"hello\\n")
                    print(await reader.readline())
                    writer.close()
        asyncio.run(main())""", "b'HELLO\\n'"),
    Case("unittest", "", command=("-m", "unittest", "-q", "test_it"), errors=("Ran 3 tests", "OK"),
         files={"test_it.py": """
import os, unittest
from hermetic import PolicyViolation, hermetic_blocker, with_hermetic


class OfflineTest(unittest.TestCase):
    def setUp(self):
        self.enterContext(hermetic_blocker(block_network=True, block_subprocess=True))

    def test_no_process(self):
        with self.assertRaises(PolicyViolation) as caught:
            os.system("true")
        self.assertEqual(caught.exception.guard, "subprocess")

    def test_computes(self):
        self.assertEqual(sum([1, 2]), 3)


class DecoratedTest(unittest.TestCase):
    @with_hermetic(fs_readonly=True)
    def test_writes_nothing(self):
        self.assertRaises(PolicyViolation, open, "new", "w")
"""}, absent=("new",)),
    *[
        Case(name, "", command=("-m", "pytest", "-q", "-p", "no:cacheprovider", "test_it.py"),
             says=("3 passed",), packages=("pytest",), files={"conftest.py": conftest, "test_it.py": """
import os, socket
import pytest
from hermetic.errors import PolicyViolation


def test_a_process():
    with pytest.raises(PolicyViolation, match="subprocess disabled"):
        os.system("true")


def test_a_name(no_processes):
    with pytest.raises(PolicyViolation) as caught:
        socket.getaddrinfo("example.com", 80)
    assert (caught.value.guard, caught.value.target) == ("network", "example.com")


def test_loopback(tmp_path):
    (tmp_path / "file").write_text("fine")
    assert socket.create_server(("127.0.0.1", 0)).getsockname()[1]
"""})
        for name, conftest in [
            ("pytest_fixture_for_all", """
import pytest
from hermetic import hermetic_blocker


@pytest.fixture(autouse=True)
def no_processes():
    with hermetic_blocker(block_network=True, allow_localhost=True, block_subprocess=True):
        yield
"""),
            ("pytest_fixture_for_the_session", """
import pytest
from hermetic import BlockConfig, hermetic_blocker


@pytest.fixture(scope="session", autouse=True)
def no_processes():
    blocker = hermetic_blocker(BlockConfig(block_subprocess=True), profile="net-hermetic")
    with blocker:
        yield blocker
"""),
        ]
    ],
    Case("pytest_fixture_by_request", "", says=("2 passed",), packages=("pytest",),
         command=("-m", "pytest", "-q", "-p", "no:cacheprovider", "test_it.py"),
         files={"test_it.py": """
import os
import pytest
from hermetic import PolicyViolation, hermetic_blocker


@pytest.fixture
def read_only():
    with hermetic_blocker(fs_readonly=True):
        yield


def test_guarded(read_only):
    with pytest.raises(PolicyViolation, match="filesystem readonly: new"):
        open("new", "w")


def test_free(tmp_path):
    open(tmp_path / "new", "w").close()
    assert os.system("true") == 0
"""}, absent=("new",)),
    Case("tool_of_a_language_model", """
        import contextlib, io
        from hermetic import BlockConfig, PolicyViolation, hermetic_blocker
        POLICY = BlockConfig(block_network=True, block_subprocess=True, fs_readonly=True,
                             fs_root="sandbox", block_environment=True, block_native=True,
                             block_interpreter_mutation=True)
        def run_python(source):
            \"\"\"What the model is told of its program.\"\"\"
            code = compile(source, "<model>", "exec")
            with contextlib.redirect_stdout(io.StringIO()) as output:
                try:
                    with hermetic_blocker(POLICY):
                        exec(code, {"__name__": "__model__"})
                except PolicyViolation as violation:
                    return f"refused ({violation.guard}): {violation}"
                except Exception as error:
                    return f"{type(error).__name__}: {error}"
            return output.getvalue().strip()
        for source in (
            "import json, statistics\\nprint(json.dumps({'mean': statistics.mean([1, 2, 3])}))",
            "print(open('sandbox/data.csv').read())",
            "print(open('secret').read())",
            "open('sandbox/data.csv', 'w')",
            "import os; os.remove('sandbox/data.csv')",
            "import urllib.request; urllib.request.urlopen('http://example.com')",
            "import subprocess; subprocess.run(['true'])",
            "import os; print(os.environ['HOME'])",
            "import ctypes",
            "import sys; sys.path.insert(0, '/tmp')",
            "1 / 0",
        ):
            print(run_python(source))
        print(tried(), open("secret").read())""", """
        {"mean": 2}
        a,b
        refused (filesystem): read outside sandbox root: secret
        refused (filesystem): filesystem readonly: sandbox/data.csv
        refused (filesystem): filesystem mutation disabled
        refused (network): network disabled: create_connection(example.com)
        refused (subprocess): subprocess disabled
        refused (environment): environment disabled
        refused (imports): native import blocked: ctypes
        refused (interpreter): interpreter mutation disabled: sys.path
        ZeroDivisionError: division by zero
        open hush""", files={"sandbox/data.csv": "a,b", "secret": "hush"}),
    Case("tool_that_evaluates_expressions", """
        import ast, operator
        from hermetic import hermetic_blocker
        @hermetic_blocker(block_code_exec=True, block_network=True)
        def calculate(text):
            operators = {ast.Add: operator.add, ast.Mult: operator.mul}
            def value(node):
                if isinstance(node, ast.BinOp):
                    return operators[type(node.op)](value(node.left), value(node.right))
                return ast.literal_eval(node)
            return value(ast.parse(text, mode="eval").body)
        @hermetic_blocker(block_code_exec=True)
        def careless(text):
            return eval(text)
        print(calculate("2 + 3 * 4"))
        attempt(lambda: careless("2 + 3 * 4"))""",
        "14\ncode_exec: dynamic code execution disabled: eval [eval]"),
    Case("tools_of_an_agent_in_threads", """
        import concurrent.futures, functools
        from hermetic import with_hermetic
        @with_hermetic(block_subprocess=True)
        def tool(number):
            return number, tried()
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            print(sorted(pool.map(tool, range(4))) == [(n, "blocked") for n in range(4)])
        print(tried())""", "True\nopen"),
    Case("script_of_a_language_model_in_a_process", """
        import subprocess
        done = subprocess.run(
            [sys.executable, "-m", "hermetic", "--no-network", "--no-subprocess", "--fs-readonly",
             "--", "answer.py", "7"], capture_output=True, text=True)
        print(done.returncode, done.stdout.strip(), "subprocess disabled" in done.stderr
              or "blocked subprocess" in done.stderr)""", "2 49 True",
        files={"answer.py": "import os, sys\nprint(int(sys.argv[1]) ** 2)\nos.system('true')\n"}),
    Case("sealed_for_the_rest_of_the_process", """
        from hermetic import hermetic_blocker
        def start():
            hermetic_blocker(block_subprocess=True, sealed=True).__enter__()
        start()
        from hermetic.guards import uninstall_all
        uninstall_all()
        print(tried())""", "blocked"),
    Case("runner_and_profiles", """
        from hermetic.profiles import GuardConfig, apply_profile
        from hermetic.runner import run
        config = apply_profile(GuardConfig(no_subprocess=True), "net-hermetic")
        print(run("tool:main", ["tool", "a"], config), run("tool:bad", ["tool"], config))""",
        "main ['tool', 'a']\n3 2", errors=("hermetic: blocked action: subprocess disabled\n",),
        files={"tool.py": "import os, sys\ndef main():\n    print('main', sys.argv)\n    return 3\n"
               "def bad():\n    os.system('true')\n"}),
    Case("traced", """
        from hermetic import hermetic_blocker
        with hermetic_blocker(block_network=True, block_subprocess=True, trace=True):
            tried()
            try:
                __import__("socket").create_connection(("example.com", 80))
            except PolicyViolation:
                pass""", errors=("[hermetic] blocked subprocess reason=no-subprocess\n",
        "[hermetic] blocked socket.create_connection host=example.com reason=no-network\n")),
]  # fmt: skip
