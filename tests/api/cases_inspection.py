"""hermetic.policy(), hermetic.violations(), hermetic.allowed()."""

from __future__ import annotations

from case import Case


def _question(name: str, block: str, operation: str, target: str, answer: str) -> Case:
    """`answer` is what allowed() says inside the block; the record stays empty."""
    return Case(
        f"allowed_{name}",
        f"import hermetic\nwith hermetic_blocker({block}):\n"
        f"    print(hermetic.allowed({operation!r}, {target}))\n"
        "print(hermetic.violations())\n",
        f"{answer}\n[]",
    )


YES = "(True, None)"
FROM_BLOCKER = "from hermetic_blocker"


def _no(message: str, option: str, fix: str = "") -> str:
    tail = f"; to allow it: {fix}" if fix else ""
    return repr((False, f"{message} ({option}, {FROM_BLOCKER}){tail}"))


ALLOWED = [
    _question("connect", "no_network=True", "connect", "'a.org:443'",
              _no("network disabled: connect(a.org)", "--no-network", "--allow-domain a.org")),
    _question("connect_granted", "no_network=True, allow_hosts=['a.org:443']", "connect",
              "'a.org:443'", YES),
    _question("resolve", "no_network=True", "resolve", "'a.org'",
              _no("network disabled: DNS(a.org)", "--no-network", "--allow-domain a.org")),
    _question("run", "no_subprocess=True", "run", "'true'",
              _no("subprocess disabled", "--no-subprocess")),
    _question("run_granted", "no_subprocess=True, allow_run=['true']", "run", "'true'", YES),
    _question("read", "fs_readonly=True", "read", "'case.py'", YES),
    _question("read_outside_root", "fs_readonly=True, fs_root='.'", "read", "'/opt/x'",
              _no("read outside sandbox root: /opt/x", "--fs-readonly", "--allow-read /opt")),
    _question("read_inside_root", "fs_readonly=True, fs_root='.'", "read", "'case.py'", YES),
    _question("read_denied", "deny_read=['case.py']", "read", "'case.py'",
              _no("read denied: case.py", "--deny-read")),
    _question("write", "fs_readonly=True", "write", "'/etc/passwd'",
              _no("filesystem readonly: /etc/passwd", "--fs-readonly", "--allow-write /etc")),
    _question("write_new_file", "fs_readonly=True, allow_write=['.']", "write", "'/new'",
              _no("filesystem readonly: /new", "--fs-readonly", "--allow-write /")),
    _question("write_granted", "fs_readonly=True, allow_write=['.']", "write", "'new'", YES),
    _question("write_to_a_path", "fs_readonly=True, allow_write=['.']", "write",
              "__import__('pathlib').Path('new')", YES),
    _question("write_null_device", "fs_readonly=True", "write", "'/dev/null'", YES),
    _question("memory_of_the_process", "no_subprocess=True", "read", "'/proc/self/mem'",
              "(False, 'system state out of reach: /proc/self/mem (every policy)')"),
    _question("getenv", "no_environment=True", "getenv", "'HOME'",
              _no("environment disabled", "--no-environment", "--allow-env HOME")),
    _question("getenv_granted", "no_environment=True, allow_env=['HOME']", "getenv", "'HOME'", YES),
    _question("setenv", "no_environment=True", "setenv", "'HOME'",
              _no("environment mutation disabled", "--no-environment")),
    _question("import", "deny_imports=['xml']", "import", "'xml.dom'",
              _no("import blocked: xml.dom", "--deny-import")),
    _question("import_native", "block_native=True", "import", "'ctypes'",
              _no("native import blocked: ctypes", "--block-native", "--allow-native ctypes")),
    _question("eval", "no_code_exec=True", "eval", "''",
              _no("dynamic code execution disabled: eval", "--no-code-exec", "--allow-code-exec PACKAGE")),
    _question("chdir", "no_interpreter_mutation=True", "chdir", "'/'",
              _no("interpreter mutation disabled: os.chdir", "--no-interpreter-mutation")),
    _question("under_another_guard", "no_network=True", "run", "'true'", YES),
    Case("allowed_without_a_policy", """
        import hermetic, _hermetic
        print({hermetic.allowed(operation, "/etc/passwd") for operation in _hermetic.operations()})""",
        "{(True, None)}"),
    Case("allowed_asks_every_level", """
        import hermetic
        with hermetic_blocker(no_subprocess=True):
            with hermetic_blocker(no_subprocess=True, allow_run=["true"]):
                print(hermetic.allowed("run", "true")[0])
        with hermetic_blocker(no_subprocess=True, allow_run=["true"]):
            print(hermetic.allowed("run", "true")[0])""", "False\nTrue"),
    Case("allowed_does_not_act", """
        import hermetic
        for operation in ("write", "chdir", "run", "setenv"):
            hermetic.allowed(operation, "new")
        print(os.path.exists("new"), "new" in os.environ)""", "False False"),
    Case("allowed_is_true_where_it_only_records", """
        import hermetic
        for block in ({"report_only": True}, {"on_violation": "log"}):
            with hermetic_blocker(no_subprocess=True, **block):
                print(hermetic.allowed("run", "true"))""",
        "(True, 'subprocess disabled (--no-subprocess, from hermetic_blocker)')\n" * 2),
    Case("what_only_is_recorded_is_recorded_once", """
        import hermetic
        for block in ({"report_only": True}, {"on_violation": "log"}):
            before = len(hermetic.violations())
            with hermetic_blocker(fs_readonly=True, **block):
                open("made", "w").close()
                os.remove("made")
            print(len(hermetic.violations()) - before)""", "2\n2\n"),
    Case("allowed_unknown_operation", "import hermetic; attempt(lambda: hermetic.allowed('x', 'y'))",
         "ValueError: unknown operation: 'x'"),
    Case("allowed_is_documented", """
        import hermetic, _hermetic
        print([o for o in _hermetic.operations() if o not in hermetic.allowed.__doc__])""", "[]"),
]  # fmt: skip

POLICY = [
    Case("policy_without_a_policy", "import hermetic; print(hermetic.policy())", "[]"),
    Case("policy_has_a_level_for_each_block", """
        import hermetic
        with hermetic_blocker(no_network=True), hermetic_blocker(no_subprocess=True):
            print([[k for k, v in level.items() if v is True] for level in hermetic.policy()])
        print(hermetic.policy())""", "[['no_network'], ['no_subprocess']]\n[]"),
    Case("policy_has_units", """
        import hermetic
        with hermetic_blocker(no_network=True, allow_hosts=["10.0.0.0/8:80"], allow_env=["A"],
                              no_environment=True):
            level = hermetic.policy()[0]
        print(level["allow_host"], level["allow_env"], level["max_memory"], level["kernel"])""",
        "['10.0.0.0/8:80'] ['A'] None auto"),
    Case("policy_is_a_copy", """
        import hermetic
        with hermetic_blocker(no_subprocess=True):
            hermetic.policy()[0]["no_subprocess"] = False
            hermetic.policy().clear()
            print(tried())""", "blocked"),
    Case("policy_of_the_command_line", """
        import hermetic
        with hermetic_blocker(no_subprocess=True):
            print([[k for k, v in level.items() if v is True] for level in hermetic.policy()])""",
        "[['no_network'], ['no_subprocess']]", options=("--no-network",), only="executable"),
]  # fmt: skip

VIOLATIONS = [
    Case("violations_at_first", "import hermetic; print(hermetic.violations())", "[]"),
    Case("violations_of_a_block", """
        import hermetic
        def function():
            with hermetic_blocker(no_network=True):
                attempt(lambda: __import__("socket").gethostbyname("a.org"))
        function()
        v = hermetic.violations()[0]
        print(v.guard, v.operation, v.target, v.message, v.policy, v.fix, sep="|")
        print(os.path.basename(v.file), v.line > 0, v.function, v.number)""",
        "network: network disabled: DNS(a.org) [a.org]\n"
        "network|look up|a.org|network disabled: DNS(a.org)|--no-network, from hermetic_blocker"
        "|--allow-domain a.org\ncase.py True <lambda> 1"),
    Case("violations_that_were_swallowed", """
        import hermetic
        with hermetic_blocker(no_subprocess=True):
            try:
                os.system("true")
            except Exception:
                pass
        print(len(hermetic.violations()))""", "1"),
    Case("violations_of_threads", """
        import hermetic, threading
        threading.excepthook = lambda _: None
        with hermetic_blocker(no_subprocess=True):
            threads = [threading.Thread(target=os.system, args=("true",)) for _ in range(4)]
            [t.start() for t in threads]; [t.join() for t in threads]
        print([v.number for v in hermetic.violations()])""", "[1, 2, 3, 4]"),
    Case("violations_from_a_number_on", """
        import hermetic
        with hermetic_blocker(no_subprocess=True):
            for _ in range(3):
                tried()
        print([v.number for v in hermetic.violations(2)], hermetic.violations(9))""", "[3] []"),
    Case("violations_cannot_be_forgotten", """
        import hermetic
        with hermetic_blocker(no_subprocess=True):
            tried()
        hermetic.violations().clear()
        attempt(lambda: setattr(hermetic.violations()[0], "guard", "x"))
        print(len(hermetic.violations()))""", "AttributeError: readonly attribute\n1"),
    Case("violations_are_tuples", """
        import hermetic
        with hermetic_blocker(no_subprocess=True):
            tried()
        print(hermetic.violations()[0][:4])""", "('subprocess', 'start a process', None, 'subprocess disabled')"),
    Case("violations_that_only_were_recorded", """
        import hermetic
        with hermetic_blocker(no_subprocess=True, on_violation="log"):
            print(tried())
        print(len(hermetic.violations()))""", "open\n1"),
    Case("probes_are_no_violations", """
        import hermetic, platform
        with hermetic_blocker(no_subprocess=True):
            print(bool(platform.processor() or True), hermetic.violations())""", "True []"),
]  # fmt: skip

CASES = [*ALLOWED, *POLICY, *VIOLATIONS]
