"""The pytest plugin: each case is a suite of one file, run by pytest."""

from __future__ import annotations

from textwrap import dedent

from case import Case, Only

PACKAGES = ("pytest", "pytest-xdist", "pytest-asyncio", "anyio")
PLUGIN = ("-p", "hermetic.pytest_plugin")
START = """
import asyncio, os, socket, subprocess, threading
import hermetic, pytest
from hermetic import PolicyViolation, hermetic_blocker, with_hermetic

def swallow(action):
    try:
        action()
    except Exception:
        pass

def connect():
    socket.create_connection(("example.com", 80))
"""
# Of the file that pytest sees: where the suite's own lines begin.
FIRST_LINE = START.count("\n") + 1
CONNECT_LINE = START.split("\n").index("def connect():") + 2
CONNECT = "network: network disabled: create_connection(example.com)\n"


def suite(name: str, tests: str, *says: str, arguments: tuple[str, ...] = PLUGIN,
          code: int = 0, ini: str = "", never_says: tuple[str, ...] = (),
          options: tuple[str, ...] = (), files: dict[str, str] | None = None,
          only: Only = "") -> Case:  # fmt: skip
    return Case(
        name,
        "",
        command=("-m", "pytest", "-q", "-W", "ignore", *arguments),
        options=options,
        files={
            "test_it.py": START + dedent(tests).lstrip("\n"),
            "pytest.ini": "[pytest]\naddopts = -p no:cacheprovider\n" + dedent(ini),
            **(files or {}),
        },
        says=says,
        never_says=never_says,
        code=code,
        packages=PACKAGES,
        only="executable" if options else only,
    )


MARKER = [
    suite("marker_swallowed_attempt_fails", """
        @pytest.mark.hermetic(block_network=True)
        def test_it():
            swallow(connect)
        """, "1 failed", f"{CONNECT}    at test_it.py:{CONNECT_LINE} in connect", code=1),
    suite("marker_raised_attempt_fails", """
        @pytest.mark.hermetic(block_network=True)
        def test_it():
            connect()
        """, "1 failed", "PolicyViolation: network disabled", f"{CONNECT}    at test_it.py:{CONNECT_LINE} in connect",
        code=1),
    suite("marker_attempt_of_a_thread_fails", """
        @pytest.mark.hermetic(block_subprocess=True)
        def test_it():
            thread = threading.Thread(target=lambda: swallow(lambda: os.system("true")))
            thread.start()
            thread.join()
        """, "1 failed", f"subprocess: subprocess disabled\n    at test_it.py:{FIRST_LINE + 2} in",
        code=1),
    suite("marker_is_for_its_test_only", """
        @pytest.mark.hermetic(block_subprocess=True)
        def test_first():
            assert hermetic.policy()[-1]["no_subprocess"]
        def test_second():
            assert hermetic.policy() == []
            assert os.system("true") == 0
        """, "2 passed", never_says=("hermetic violations",)),
    suite("marker_takes_a_profile", """
        @pytest.mark.hermetic(profile="net-hermetic", block_subprocess=True)
        def test_it():
            level = hermetic.policy()[-1]
            assert level["no_network"] and level["allow_localhost"] and level["no_subprocess"]
        """, "1 passed"),
    suite("marker_takes_a_config", """
        @pytest.mark.hermetic(hermetic.BlockConfig(block_network=True))
        def test_it():
            assert hermetic.policy()[-1]["no_network"]
        """, "1 passed"),
    suite("marker_takes_both_spellings", """
        @pytest.mark.hermetic(no_network=True, allow_hosts=["127.0.0.1"])
        def test_it():
            assert hermetic.policy()[-1]["allow_host"] == ["127.0.0.1"]
        """, "1 passed"),
    suite("marker_with_a_mistake", """
        @pytest.mark.hermetic(bogus=True)
        def test_it():
            pass
        """, "unexpected keyword argument 'bogus'", "1 error", code=1),
    suite("marker_is_registered", """
        @pytest.mark.hermetic(block_network=True)
        def test_it():
            pass
        """, "1 passed", arguments=(*PLUGIN, "--strict-markers")),
    suite("marker_of_class_and_method_stack", """
        @pytest.mark.hermetic(block_network=True)
        class TestIt:
            @pytest.mark.hermetic(block_subprocess=True)
            def test_method(self):
                levels = hermetic.policy()
                assert [levels[0]["no_network"], levels[1]["no_subprocess"]] == [True, True]
            def test_other(self):
                assert len(hermetic.policy()) == 1
        """, "2 passed"),
    suite("marker_of_a_module", """
        pytestmark = pytest.mark.hermetic(block_subprocess=True)
        def test_it():
            swallow(lambda: os.system("true"))
        """, "1 failed", code=1),
    suite("marker_of_unittest_methods", """
        import unittest
        @pytest.mark.hermetic(block_subprocess=True)
        class TestIt(unittest.TestCase):
            def test_it(self):
                swallow(lambda: os.system("true"))
        """, "1 failed", code=1),
    suite("marker_of_a_parameter", """
        @pytest.mark.parametrize("n", [
            1, pytest.param(2, marks=pytest.mark.hermetic(block_subprocess=True)),
        ])
        def test_it(n):
            swallow(lambda: os.system("true"))
        """, "1 failed, 1 passed", "test_it.py::test_it[2]", code=1),
    suite("marker_holds_in_fixtures_of_the_test", """
        @pytest.fixture
        def process():
            swallow(lambda: os.system("true"))
        @pytest.mark.hermetic(block_subprocess=True)
        def test_it(process):
            pass
        """, "1 error", "subprocess: subprocess disabled", code=1),
    suite("marker_holds_in_teardown", """
        @pytest.fixture
        def process():
            yield
            swallow(lambda: os.system("true"))
        @pytest.mark.hermetic(block_subprocess=True)
        def test_it(process):
            pass
        """, "1 passed, 1 error", code=1),
    suite("marker_leaves_wider_fixtures_alone", """
        @pytest.fixture(scope="module")
        def process():
            assert os.system("true") == 0
        @pytest.mark.hermetic(block_subprocess=True)
        def test_it(process):
            pass
        """, "1 passed"),
    suite("marker_read_only_with_tmp_path", """
        @pytest.mark.hermetic(fs_readonly=True)
        def test_it(tmp_path):
            (tmp_path / "file").write_text("mine")
            with hermetic.expect_violation("filesystem"):
                open("other", "w")
        """, "1 passed"),
    suite("marker_read_root_with_tmp_path", """
        @pytest.mark.hermetic(fs_readonly=True, fs_root=".")
        def test_it(tmp_path):
            (tmp_path / "file").write_text("mine")
            assert (tmp_path / "file").read_text() == "mine"
        """, "1 passed"),
    suite("marker_environment", """
        @pytest.mark.hermetic(block_environment=True)
        def test_it():
            with hermetic.expect_violation("environment"):
                os.environ["SECRET"]
        """, "1 passed"),
    suite("marker_every_restriction", """
        @pytest.mark.hermetic(profile="block-all")
        def test_it():
            assert sum(range(4)) == 6
        """, "1 passed"),
    suite("marker_expected_failure", """
        @pytest.mark.xfail(strict=True)
        @pytest.mark.hermetic(block_subprocess=True)
        def test_it():
            swallow(lambda: os.system("true"))
        """, "1 xfailed", "hermetic violations"),
    suite("marker_skipped_test_stays_skipped", """
        @pytest.mark.hermetic(block_subprocess=True)
        def test_it():
            swallow(lambda: os.system("true"))
            pytest.skip("no processes here")
        """, "1 skipped", "hermetic violations"),
]  # fmt: skip

OWN_BLOCKS = [
    suite("own_block_is_the_tests_affair", """
        def test_it():
            with hermetic_blocker(block_network=True):
                with pytest.raises(PolicyViolation):
                    connect()
        """, "1 passed", never_says=("hermetic violations",)),
    suite("own_decorator_is_the_tests_affair", """
        @with_hermetic(block_network=True)
        def test_it():
            with pytest.raises(PolicyViolation, match="network disabled"):
                connect()
        """, "1 passed"),
    suite("own_fixture_is_the_tests_affair", """
        @pytest.fixture
        def no_network():
            with hermetic_blocker(block_network=True):
                yield
        def test_it(no_network):
            with pytest.raises(PolicyViolation):
                connect()
        """, "1 passed"),
]  # fmt: skip

EXPECTED = [
    suite("expected_attempt_passes", """
        @pytest.mark.hermetic(block_network=True)
        def test_it():
            with hermetic.expect_violation("network", target="example.com") as attempt:
                connect()
            assert attempt.violations[0].message.startswith("network disabled")
        """, "1 passed", never_says=("hermetic violations",)),
    suite("expected_attempt_that_is_swallowed_passes", """
        @pytest.mark.hermetic(block_network=True)
        def test_it():
            with hermetic.expect_violation("network"):
                swallow(connect)
        """, "1 passed"),
    suite("expected_attempt_that_is_not_made_fails", """
        @pytest.mark.hermetic(block_network=True)
        def test_it():
            with hermetic.expect_violation("network"):
                pass
        """, "1 failed", "expected a violation (network), but what was refused is: nothing", code=1),
    suite("expected_attempt_of_another_target_fails", """
        @pytest.mark.hermetic(block_network=True)
        def test_it():
            with hermetic.expect_violation("network", target="example.org"):
                swallow(connect)
        """, "1 failed", "but what was refused is: network disabled: create_connection(example.com)",
        code=1),
    suite("expected_attempt_and_another_one_fails", """
        @pytest.mark.hermetic(block_network=True, block_subprocess=True)
        def test_it():
            with hermetic.expect_violation("network"):
                swallow(connect)
                swallow(lambda: os.system("true"))
        """, "1 failed", "subprocess: subprocess disabled", never_says=(CONNECT,), code=1),
    suite("expected_attempt_lets_other_exceptions_pass", """
        @pytest.mark.hermetic(block_network=True)
        def test_it():
            with pytest.raises(KeyError):
                with hermetic.expect_violation("network"):
                    raise KeyError
        """, "1 passed"),
]  # fmt: skip

SESSION = [
    suite("option_is_for_every_test", """
        def test_first():
            swallow(lambda: os.system("true"))
        def test_second():
            with hermetic.expect_violation("subprocess"):
                os.system("true")
        """, "1 failed, 1 passed", arguments=(*PLUGIN, "--hermetic-profile", "exec-deny"), code=1),
    suite("option_twice", """
        def test_it():
            level = hermetic.policy()[-1]
            assert level["no_subprocess"] and level["no_network"]
        """, "1 passed",
        arguments=(*PLUGIN, "--hermetic-profile=exec-deny", "--hermetic-profile=net-hermetic")),
    suite("option_unknown_profile", "def test_it(): pass\n", arguments=(*PLUGIN, "--hermetic-profile=x"),
          code=4),
    suite("option_profile_of_a_file", """
        @pytest.mark.hermetic(profile="ci")
        def test_it():
            assert [level["no_subprocess"] for level in hermetic.policy()] == [True, True]
        """, "1 passed", arguments=(*PLUGIN, "--hermetic-profile=ci"), only="executable",
        files={"hermetic.toml": "[profile.ci]\nno_subprocess = true\n"}),
    suite("option_holds_in_wider_fixtures", """
        @pytest.fixture(scope="session")
        def process():
            swallow(lambda: os.system("true"))
        def test_it(process):
            pass
        """, "1 error", arguments=(*PLUGIN, "--hermetic-profile=exec-deny"), code=1),
    suite("option_holds_in_doctests", "", "1 failed", code=1,
          arguments=(*PLUGIN, "--hermetic-profile=exec-deny", "--doctest-modules", "mod.py"),
          files={"mod.py": "import os\n\n\ndef f():\n    \"\"\"\n    >>> f()\n    \"\"\"\n    try:\n"
                 "        os.system('true')\n    except Exception:\n        pass\n"}),
    suite("option_read_only_with_tmp_path", """
        def test_it(tmp_path, tmp_path_factory):
            (tmp_path / "file").write_text("mine")
            tmp_path_factory.mktemp("more")
            with hermetic.expect_violation("filesystem"):
                open("other", "w")
        """, "1 passed", arguments=(*PLUGIN, "--hermetic-profile=fs-readonly")),
    suite("ini_profile", """
        def test_it():
            assert hermetic.policy()[-1]["no_subprocess"]
        """, "1 passed", ini="hermetic_profile = exec-deny"),
    suite("ini_policy", """
        def test_it(hermetic_policy):
            assert hermetic_policy[-1]["no_network"]
            assert hermetic_policy[-1]["allow_domain"] == ["example.org"]
        """, "1 passed",
        ini='hermetic_policy =\n  no_network = true\n  allow_domain = ["example.org"]\n'),
    suite("ini_policy_with_a_mistake", "def test_it(): pass\n",
          ini="hermetic_policy =\n  no_netwrok = true\n", code=4),
    suite("fixture_is_the_policy_in_force", """
        @pytest.mark.hermetic(block_subprocess=True)
        def test_it(hermetic_policy):
            assert hermetic_policy == hermetic.policy()
            assert [level["no_subprocess"] for level in hermetic_policy] == [True]
        def test_without(hermetic_policy):
            assert hermetic_policy == []
        """, "2 passed"),
    suite("summary_lists_by_test", """
        @pytest.mark.hermetic(block_network=True)
        @pytest.mark.parametrize("n", [1, 2])
        def test_it(n):
            swallow(connect)
        """, "= hermetic violations =",
        f"\ntest_it.py::test_it[1]\n  {CONNECT}      at test_it.py:{CONNECT_LINE} in connect\n"
        f"test_it.py::test_it[2]\n  {CONNECT}", code=1),
]  # fmt: skip

TOGETHER = [
    suite("xdist", """
        @pytest.mark.hermetic(block_network=True)
        def test_it():
            swallow(connect)
        def test_other():
            assert hermetic.policy()[0]["no_subprocess"]
        """, "1 failed, 1 passed", f"\ntest_it.py::test_it\n  {CONNECT}", code=1,
        arguments=(*PLUGIN, "-n2", "--hermetic-profile=exec-deny")),
    suite("asyncio", """
        @pytest.mark.asyncio
        @pytest.mark.hermetic(block_network=True)
        async def test_it():
            await asyncio.sleep(0)
            swallow(connect)
        """, "1 failed", f"{CONNECT}    at test_it.py:{CONNECT_LINE} in connect", code=1),
    suite("asyncio_expected", """
        @pytest.mark.asyncio
        @pytest.mark.hermetic(block_network=True)
        async def test_it():
            with hermetic.expect_violation("network"):
                await asyncio.open_connection("example.com", 80)
        """, "1 passed"),
    suite("anyio", """
        import anyio
        @pytest.fixture
        def anyio_backend():
            return "asyncio"
        @pytest.mark.anyio
        @pytest.mark.hermetic(block_subprocess=True)
        async def test_it():
            await anyio.sleep(0)
            swallow(lambda: os.system("true"))
        """, "1 failed", "subprocess: subprocess disabled", code=1),
]  # fmt: skip

AUTOMATIC = [
    suite("loaded_by_itself_under_a_policy", """
        def test_it():
            swallow(connect)
        """, "1 failed", "= hermetic violations =", arguments=(), options=("--no-network",), code=1),
    suite("loaded_by_itself_in_workers", """
        def test_it():
            swallow(connect)
        """, "1 failed", "= hermetic violations =", arguments=("-n1",), options=("--no-network",),
        code=1),
    suite("loaded_by_its_entry_point", """
        @pytest.mark.hermetic(block_network=True)
        def test_it():
            swallow(connect)
        """, "1 failed", "= hermetic violations =", arguments=("-n1",), code=1, only="extension"),
    suite("loaded_once_if_asked_for_as_well", "def test_it(): pass\n", "1 passed",
          options=("--no-network",)),
    suite("loaded_once_if_a_conftest_asks_for_it", "def test_it(): pass\n", "1 passed", arguments=(),
          options=("--no-network",),
          files={"conftest.py": "pytest_plugins = ['hermetic.pytest_plugin']\n"}),
    suite("can_be_switched_off", """
        def test_it():
            swallow(connect)
        """, "1 passed", arguments=("-p", "no:hermetic.pytest_plugin"), options=("--no-network",)),
    Case("not_loaded_without_a_policy", command=("-m", "pytest", "--trace-config", "--markers"),
         program="", says=("@pytest.mark.skip",), never_says=("hermetic.pytest_plugin",),
         packages=PACKAGES, only="executable"),
    Case("distribution_under_a_policy", """
        import importlib.metadata as metadata
        print(metadata.version("hermetic-python") == __import__("hermetic").__version__)
        print([e.value for e in metadata.entry_points(group="pytest11") if "hermetic" in e.name])
        print([d.name for d in metadata.distributions(path=[])])
        attempt(lambda: metadata.version("hermetic-pythonx"))""",
        "True\n['hermetic.pytest_plugin']\n[]\n"
        "PackageNotFoundError: No package metadata was found for hermetic-pythonx",
        options=("--no-network",), only="executable"),
    Case("no_distribution_without_a_policy", """
        import importlib.metadata as metadata
        attempt(lambda: metadata.version("hermetic-python"))
        print([type(f).__name__ for f in sys.meta_path if "hermetic" in repr(f)])""",
        "PackageNotFoundError: No package metadata was found for hermetic-python\n[]",
        only="executable"),
]  # fmt: skip

CASES = [*MARKER, *OWN_BLOCKS, *EXPECTED, *SESSION, *TOGETHER, *AUTOMATIC]
