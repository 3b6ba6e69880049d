"""hermetic.guards: guards that are switched on and off by hand."""

from __future__ import annotations

from case import Case

# Module, keywords, what is refused, and its message.
GUARDS = [
    ("network", "allow_localhost=False, allow_domains=[]",
     "__import__('socket').gethostbyname('a.org')", "network: network disabled: DNS(a.org) [a.org]",
     "[hermetic] blocked socket.getaddrinfo host=a.org reason=no-network"),
    ("subprocess_guard", "", "os.system('true') and None",
     "subprocess: subprocess disabled [None]", "[hermetic] blocked subprocess reason=no-subprocess"),
    ("filesystem", "", "open('new', 'w').close()", "filesystem: filesystem readonly: new [new]",
     "[hermetic] blocked open write path=new"),
    ("environment", "", "os.environ.get('HOME') and None",
     "environment: environment disabled [None]", "[hermetic] blocked environment read"),
    ("code_exec", "", "eval('None')",
     "code_exec: dynamic code execution disabled: eval [eval]", "[hermetic] blocked eval"),
    ("imports_guard", "deny_imports=['colorsys']", "__import__('colorsys') and None",
     "imports: import blocked: colorsys [colorsys]", "[hermetic] blocked import name=colorsys"),
    ("interpreter", "", "os.chdir('.')",
     "interpreter: interpreter mutation disabled: os.chdir [os.chdir]",
     "[hermetic] blocked os.chdir"),
]  # fmt: skip
# gethostbyname is traced by its own name.
API = {"network": "[hermetic] blocked socket.gethostbyname host=a.org reason=no-network"}


def each_guard() -> list[Case]:
    cases = []
    for module, keywords, action, refusal, trace in GUARDS:
        head = f"from hermetic import guards\nfrom hermetic.guards import {module} as guard\n"
        traced = f"{keywords}, trace=True" if keywords else "trace=True"
        cases += [
            Case(f"{module}_on_and_off", f"{head}print(guard.install({keywords}))\n"
                 f"attempt(lambda: {action})\nprint(guard.uninstall())\nattempt(lambda: 1 and None)\n",
                 f"None\n{refusal}\nNone\nallowed"),
            Case(f"{module}_twice", f"{head}guard.install({keywords}); guard.install({keywords})\n"
                 f"guard.uninstall()\nimport hermetic\nprint(hermetic.policy())\nguard.uninstall()\n",
                 "[]"),
            Case(f"{module}_trace", f"{head}guard.install({traced})\nattempt(lambda: {action})\n"
                 "guard.uninstall()", refusal, errors=(API.get(module, trace) + "\n",)),
            Case(f"{module}_second_install_changes_nothing",
                 f"{head}guard.install({keywords})\nguard.install({traced})\n"
                 f"attempt(lambda: {action})\nguard.uninstall()", refusal, silent=True),
            Case(f"{module}_uninstalled_by_all", f"{head}guard.install({keywords})\n"
                 "print(guards.uninstall_all())\nimport hermetic\nprint(hermetic.policy())", "None\n[]"),
            Case(f"{module}_signature", f"{head}import inspect\n"
                 "print({p.kind.name for p in inspect.signature(guard.install).parameters.values()})",
                 "{'KEYWORD_ONLY'}"),
        ]  # fmt: skip
    return cases


def groups() -> list[Case]:
    values = {
        "net": "{'allow_localhost': True, 'allow_domains': ['a.org']}", "subproc": "{'trace': False}",
        "fs": "{'fs_root': None}", "env": "{'trace': False}", "code": "{'trace': False}",
        "imports": "{'deny_imports': ['x']}", "interp": "{'trace': False}",
    }  # fmt: skip
    keys = {
        "net": "no_network", "subproc": "no_subprocess", "fs": "fs_readonly",
        "env": "no_environment", "code": "no_code_exec", "imports": "deny_import",
        "interp": "no_interpreter_mutation",
    }  # fmt: skip
    return [
        Case(f"install_all_{group}", f"""
            import hermetic
            from hermetic import guards
            print(guards.install_all({group}={value}))
            print(len(hermetic.policy()), bool(hermetic.policy()[0][{keys[group]!r}]))
            guards.uninstall_all()
            print(hermetic.policy())""", "None\n1 True\n[]")
        for group, value in values.items()
    ]  # fmt: skip


MORE = [
    Case("install_all_skips_falsy_and_unknown", """
        import hermetic
        from hermetic.guards import install_all
        install_all(net=None, fs={}, subproc=False, bogus={"x": 1})
        print(hermetic.policy())""", "[]"),
    Case("install_all_at_once", """
        import hermetic
        from hermetic.guards import install_all, uninstall_all
        install_all(net={"allow_localhost": False, "allow_domains": ()}, subproc={"trace": False})
        print(len(hermetic.policy()), tried())
        uninstall_all()
        print(len(hermetic.policy()), tried())""", "2 blocked\n0 open"),
    Case("uninstall_all_leaves_blocks_alone", """
        from hermetic.guards import uninstall_all
        with hermetic_blocker(block_subprocess=True):
            uninstall_all()
            print(tried())""", "blocked"),
    Case("uninstall_all_leaves_the_command_line_alone", """
        from hermetic.guards import uninstall_all
        uninstall_all()
        print(tried())""", "blocked", options=("--no-subprocess",), only="executable"),
    Case("block_leaves_installed_guards_alone", """
        from hermetic.guards import subprocess_guard
        subprocess_guard.install()
        with hermetic_blocker(block_subprocess=True):
            pass
        print(tried())""", "blocked"),
    Case("network_install_wants_its_keywords", """
        from hermetic.guards import network
        try:
            network.install()
        except TypeError as error:
            print("allow_localhost" in str(error), "allow_domains" in str(error))""", "True True"),
    Case("network_install_allows", """
        import socket
        from hermetic.guards import network
        network.install(allow_localhost=True, allow_domains=("a.org",))
        s = socket.socket()
        print(s.connect_ex(("127.0.0.1", 1)))
        import hermetic
        print(hermetic.allowed("connect", "www.a.org")[0], hermetic.allowed("connect", "b.org")[0])""",
        "111\nTrue False"),
    Case("filesystem_install_root", """
        from hermetic.guards import filesystem
        filesystem.install(fs_root=".")
        attempt(lambda: open("/opt/x"))""",
        "filesystem: read outside sandbox root: /opt/x [/opt/x]"),
    Case("imports_install_blocks_native_by_default", """
        from hermetic.guards import imports_guard
        imports_guard.install()
        attempt(lambda: __import__("ctypes"))
        attempt(lambda: __import__("colorsys") and None)""",
        "imports: native import blocked: ctypes [ctypes]\nallowed"),
    Case("imports_install_without_native", """
        from hermetic.guards import imports_guard
        imports_guard.install(block_native=False, deny_imports=("colorsys",))
        attempt(lambda: __import__("ctypes") and None)
        attempt(lambda: __import__("colorsys"))""",
        "allowed\nimports: import blocked: colorsys [colorsys]"),
    *[
        Case(f"imports_install_{flag}_{name}", f"""
            from hermetic.guards import imports_guard
            imports_guard.install(block_native=False, {flag}=True)
            attempt(lambda: __import__({name!r}))""", f"imports: import blocked: {name} [{name}]")
        for flag, names in [
            ("block_subprocess_libs", "sh pexpect plumbum sarge delegator"),
            ("block_pickle", "pickle _pickle cPickle marshal shelve dill cloudpickle jsonpickle"),
        ]
        for name in names.split()
    ],
    *[
        Case(f"subprocess_and_native_deny_{name}", f"""
            with hermetic_blocker(block_subprocess=True, block_native=True):
                attempt(lambda: __import__({name!r}))""", f"imports: import blocked: {name} [{name}]")
        for name in ("sh", "pexpect", "plumbum", "sarge", "delegator")
    ],
    Case("subprocess_alone_denies_no_library", """
        with hermetic_blocker(block_subprocess=True):
            attempt(lambda: __import__("pexpect") and None)""",
        "ModuleNotFoundError: No module named 'pexpect'"),
]  # fmt: skip

CASES = [*each_guard(), *groups(), *MORE]
