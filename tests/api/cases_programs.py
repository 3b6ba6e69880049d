"""hermetic.cli, .runner, .resolver, .bootstrap and `python -m hermetic`."""

from __future__ import annotations

from case import Case

TOOL = {
    "tool.py": "import os, sys\ndef main():\n    print('tool', sys.argv)\n    return 3\n"
    "def text():\n    return 'wrong'\ndef nothing():\n    print('nothing')\n"
    "def breaks():\n    os.system('true')\ndef ends():\n    raise SystemExit(5)\nvalue = 7\nclass Group:\n    main = staticmethod(main)\n"
    "if __name__ == '__main__':\n    print('as main', sys.argv[1:])\n",
}
PARSE = "from hermetic.cli import parse_hermetic_args as parse\n"


def _parsed(name: str, arguments: list[str], shown: str, fields: str) -> Case:
    return Case(f"parse_{name}", f"{PARSE}c = parse({arguments!r})\nprint({fields})\n", shown)


CLI = [
    Case("parser", """
        import argparse
        from hermetic.cli import build_parser
        p = build_parser()
        print(isinstance(p, argparse.ArgumentParser), p.prog)""", "True hermetic"),
    Case("cli_all", "import hermetic.cli as c; print(sorted(c.__all__))",
         "['build_parser', 'main', 'parse_hermetic_args']"),
    *[
        _parsed(flag.strip("-").replace("-", "_"), [flag], "True [True]",
                f"c.{field}, [v for v in vars(c).values() if v is True]")
        for flag, field in [
            ("--no-network", "no_network"), ("--no-subprocess", "no_subprocess"),
            ("--fs-readonly", "fs_readonly"), ("--no-environment", "no_environment"),
            ("--no-code-exec", "no_code_exec"),
            ("--no-interpreter-mutation", "no_interpreter_mutation"),
            ("--block-native", "block_native"), ("--trace", "trace"), ("--seal", "sealed"),
        ]
    ],
    _parsed("no_env", ["--no-env"], "True", "c.no_environment"),
    _parsed("allow_localhost", ["--no-network", "--allow-localhost"], "True", "c.allow_localhost"),
    _parsed("lists", ["--allow-domain", "a.org", "--allow-domain=b.org", "--deny-import", "x"],
            "['a.org', 'b.org'] ['x']", "c.allow_domains, c.deny_imports"),
    _parsed("root", ["--fs-readonly", "/x"], "True /x", "c.fs_readonly, c.fs_root"),
    _parsed("root_with_equals", ["--fs-readonly=/x"], "True /x", "c.fs_readonly, c.fs_root"),
    _parsed("bare_readonly", ["--fs-readonly", "--trace"], "True None True",
            "c.fs_readonly, c.fs_root, c.trace"),
    _parsed("abbreviation", ["--no-net"], "True", "c.no_network"),
    _parsed("profile_after_flags", ["--profile", "net-hermetic", "--trace"], "True True True",
            "c.no_network, c.allow_localhost, c.trace"),
    _parsed("profiles_in_order", ["--profile=exec-deny", "--profile=fs-readonly"], "True True",
            "c.no_subprocess, c.fs_readonly"),
    _parsed("new_options", ["--allow-host", "h:1", "--on-violation", "log"],
            "{'allow_hosts': ['h:1'], 'on_violation': 'log'}", "c.options"),
    _parsed("nothing", [], "True", "c == __import__('hermetic.profiles').profiles.GuardConfig()"),
    Case("parse_unknown_profile", PARSE + """
        try:
            parse(["--profile", "x"])
        except SystemExit as error:
            print(error)""".replace("\n        ", "\n"), "unknown profile: x"),
    Case("parse_unknown_option", PARSE + "try:\n    parse(['--bogus'])\n"
         "except SystemExit as error:\n    print(error.code)\n", "2", errors=("--bogus",)),
    Case("parse_ambiguous_abbreviation", PARSE + "try:\n    parse(['--allow'])\n"
         "except SystemExit as error:\n    print(error.code)\n", "2", errors=("ambiguous option",)),
    Case("main_without_dashes", """
        from hermetic.cli import main
        try:
            main(["--no-network", "tool"])
        except SystemExit as error:
            print(error)""", "usage error: separate hermetic and target args with `--`"),
    Case("main_only_dashes_prints_help", """
        from hermetic.cli import main
        print("code", main(["--"]))""", says=("usage: hermetic", "--no-network", "code 0")),
    Case("main_help", "from hermetic.cli import main\nmain(['--help'])", says=("usage: hermetic",)),
    Case("main_version", """
        import hermetic
        from hermetic.cli import main
        try:
            main(["--version"])
        except SystemExit as error:
            print(error.code, hermetic.__version__)""", says=("hermetic 0.", "\n0 0.")),
    Case("main_runs", """
        from hermetic.cli import main
        print(main(["--no-network", "--", "tool:main", "--", "b"]))""",
        "tool ['tool:main', '--', 'b']\n3", files=TOOL),
    Case("main_takes_sys_argv", """
        sys.argv = ["hermetic", "--", "tool:main"]
        from hermetic.cli import main
        print(main())""", "tool ['tool:main']\n3", files=TOOL),
    Case("main_guards", """
        from hermetic.cli import main
        print(main(["--no-subprocess", "--", "tool:breaks"]), tried())""", "2 open",
        errors=("hermetic: blocked action: subprocess disabled\n",), files=TOOL),
]  # fmt: skip

RUNNER = [
    Case("config_to_flags", """
        import dataclasses
        from hermetic.profiles import GuardConfig
        from hermetic.runner import config_to_flags
        flags = config_to_flags(GuardConfig(no_network=True, allow_domains=["a.org"]))
        print(list(flags) == [f.name for f in dataclasses.fields(GuardConfig)][:13])
        print(flags["no_network"], flags["allow_domains"], flags["fs_root"])""",
        "True\nTrue ['a.org'] None"),
    *[
        Case(f"run_{name}", f"""
            from hermetic.profiles import GuardConfig
            from hermetic.runner import run
            print(run({target!r}, [{target!r}, "a"], GuardConfig()), sys.argv)""", shown,
            files=TOOL, errors=errors)
        for name, target, shown, errors in [
            ("int", "tool:main", "tool ['tool:main', 'a']\n3 ['tool:main', 'a']", ()),
            ("none", "tool:nothing", "nothing\n0 ['tool:nothing', 'a']", ()),
            ("string", "tool:text", "1 ['tool:text', 'a']", ("wrong\n",)),
        ]
    ],
    Case("run_system_exit", """
        from hermetic.profiles import GuardConfig
        from hermetic.runner import run
        try:
            run("tool:ends", ["x"], GuardConfig(no_subprocess=True))
        except SystemExit as end:
            print(end.code, tried())""", "5 open", files=TOOL),
    Case("run_violation", """
        from hermetic.profiles import GuardConfig
        from hermetic.runner import run
        print(run("tool:breaks", ["x"], GuardConfig(no_subprocess=True)), tried())""", "2 open",
        errors=("hermetic: blocked action: subprocess disabled\n",), files=TOOL),
    Case("run_takes_the_guards_off", """
        import hermetic
        from hermetic.profiles import GuardConfig
        from hermetic.runner import run
        run("tool:nothing", ["x"], GuardConfig(no_subprocess=True))
        print(hermetic.policy(), tried())""", "nothing\n[] open", files=TOOL),
    Case("run_sealed_leaves_them_on", """
        from hermetic.profiles import GuardConfig
        from hermetic.runner import run
        run("tool:nothing", ["x"], GuardConfig(no_subprocess=True, sealed=True))
        print(tried())""", "nothing\nblocked", files=TOOL),
    Case("run_passes_other_exceptions", """
        from hermetic.profiles import GuardConfig
        from hermetic.runner import run
        attempt(lambda: run("tool:gone", ["x"], GuardConfig()))""",
        "AttributeError: module 'tool' has no attribute 'gone'", files=TOOL),
    Case("run_script", """
        from hermetic.profiles import GuardConfig
        from hermetic.runner import run
        print(run("./tool.py", ["./tool.py", "a"], GuardConfig(no_network=True)))""",
        "as main ['a']\n0", files=TOOL),
    Case("run_in_another_python", """
        from hermetic.profiles import GuardConfig
        from hermetic.runner import run
        python = os.path.join(sys.base_prefix, "bin", "python3.%d" % sys.version_info[1])
        open("python3-other", "w").write(f"#!/bin/sh\\nexec {python} \\"$@\\"\\n")
        os.chmod("python3-other", 0o755)
        os.environ["PATH"] = os.getcwd() + ":" + os.environ["PATH"]
        for config in (GuardConfig(no_subprocess=True), GuardConfig(options={"deny_read": ["x"]})):
            print(run("foreign", ["foreign", "a"], config), flush=True)""",
        "foreign ['a'] subprocess disabled\n0\n1",
        errors=("hermetic: deny_read: cannot be held in ", "python3-other\n"),
        files={"foreign": "#!/usr/bin/env python3-other\nimport os, sys\ntry:\n    os.system('true')\n"
               "except RuntimeError as error:\n    print('foreign', sys.argv[1:], error, flush=True)\n"}),
    Case("run_inside_a_policy_stacks", """
        from hermetic.profiles import GuardConfig
        from hermetic.runner import run
        with hermetic_blocker(block_subprocess=True):
            print(run("tool:breaks", ["x"], GuardConfig(no_network=True)))""", "2",
        errors=("subprocess disabled",), files=TOOL),
]  # fmt: skip

RESOLVE = "from hermetic.resolver import TargetSpec, resolve, invoke_inprocess\n"
RESOLVER = [
    Case("target_spec", f"{RESOLVE}print(TargetSpec('m', 'a', 'inprocess'))\n",
         "TargetSpec(module='m', attr='a', mode='inprocess', exe_path=None, interp_path=None)"),
    Case("resolve_attribute", f"{RESOLVE}print(resolve('m:a') == TargetSpec('m', 'a', 'inprocess'))\n",
         "True"),
    Case("resolve_splits_once", f"{RESOLVE}s = resolve('m:a:b')\nprint(s.module, s.attr)\n", "m a:b"),
    Case("resolve_module", f"{RESOLVE}print(resolve('json.tool'))\n",
         "TargetSpec(module='json.tool', attr='__main__', mode='inprocess', exe_path=None, "
         "interp_path=None)"),
    Case("resolve_entry_point", RESOLVE + """
s = resolve("my-tool")
print(s.module, s.attr, s.mode)
s = resolve("my-module")
print(s.module, s.attr, s.mode)
""", "tool main inprocess\ntool __main__ inprocess",
         files={**TOOL, "mine-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: mine\nVersion: 1.0\n",
                "mine-1.0.dist-info/entry_points.txt":
                "[console_scripts]\nmy-tool = tool:main\nmy-module = tool\n"}),
    Case("resolve_own_entry_point", RESOLVE + """
os.mkdir("bin")
open("bin/my-tool", "w").write(f"#!{sys.executable}\\n")
os.chmod("bin/my-tool", 0o755)
os.environ["PATH"] = os.getcwd() + "/bin:" + os.environ["PATH"]
s = resolve("my-tool")
print(s.mode, s.module, s.attr, os.path.basename(s.exe_path), s.interp_path == sys.executable)
""", "inprocess tool main my-tool True",
         files={**TOOL, "mine-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: mine\nVersion: 1.0\n",
                "mine-1.0.dist-info/entry_points.txt": "[console_scripts]\nmy-tool = tool:main\n"}),
    Case("resolve_python_on_path", RESOLVE + """
os.environ["PATH"] = os.getcwd() + "/bin:" + os.environ["PATH"]
s = resolve("python3.9")
print([s.module, s.attr, s.mode, s.exe_path == s.interp_path, os.path.basename(s.exe_path)])
""", "['', '__main__', 'bootstrap', True, 'python3.9']", files={"bin/python3.9": ""}),
    Case("resolve_foreign_entry_point", RESOLVE + """
os.environ["PATH"] = os.getcwd() + "/bin:" + os.environ["PATH"]
s = resolve("my-tool")
print(s.mode, s.module, s.attr, os.path.basename(s.exe_path), s.interp_path)
""", "bootstrap tool main my-tool /elsewhere/python3",
         files={**TOOL, "bin/my-tool": "#!/elsewhere/python3\n",
                "mine-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: mine\nVersion: 1.0\n",
                "mine-1.0.dist-info/entry_points.txt": "[console_scripts]\nmy-tool = tool:main\n"}),
    Case("resolve_foreign_script_on_path", RESOLVE + """
os.environ["PATH"] = os.getcwd() + "/bin:" + os.environ["PATH"]
s = resolve("script")
print([s.module, s.attr, s.mode, os.path.basename(s.exe_path), s.interp_path])
""", "['', '__main__', 'bootstrap', 'script', '/elsewhere/python3']",
         files={"bin/script": "#!/elsewhere/python3\n"}),
    Case("invoke_callable", f"{RESOLVE}print(invoke_inprocess(resolve('tool:main')))\n",
         "tool ['case.py']\n3", files=TOOL),
    Case("invoke_dotted_attribute",
         f"{RESOLVE}print(invoke_inprocess(TargetSpec('tool', 'Group.main', 'inprocess')))\n",
         "tool ['case.py']\n3", files=TOOL),
    Case("invoke_module", f"{RESOLVE}print(invoke_inprocess(resolve('tool')))\n", "as main []\nNone",
         files=TOOL),
    Case("invoke_what_is_not_callable", f"{RESOLVE}print(invoke_inprocess(resolve('tool:value')))\n",
         "as main []\nNone", files=TOOL),
    Case("invoke_imports_freshly", RESOLVE + """
import tool
tool.main = lambda: "old"
print(invoke_inprocess(resolve("tool:main")))
""", "tool ['case.py']\n3", files=TOOL),
    Case("invoke_without_code_exec", RESOLVE + """
with hermetic_blocker(block_code_exec=True):
    invoke_inprocess(resolve("tool"))
""", "as main []", files=TOOL),
]  # fmt: skip

BOOTSTRAP = [
    Case("sitecustomize", """
        import json
        from hermetic.bootstrap import write_sitecustomize
        place = write_sitecustomize({"no_network": True, "fs_root": None})
        print(os.path.basename(place).startswith("hermetic_site_"), os.listdir(place))
        print(json.loads(os.environ["HERMETIC_FLAGS_JSON"]))
        import shutil; shutil.rmtree(place)""",
        "True ['sitecustomize.py']\n{'no_network': True, 'fs_root': None}"),
    Case("sitecustomize_fails", """
        import tempfile
        from hermetic.bootstrap import write_sitecustomize
        tempfile.tempdir = "/does/not/exist"
        try:
            write_sitecustomize({})
        except Exception as error:
            print(type(error).__name__, str(error).startswith("failed to write sitecustomize: "))""",
        "BootstrapError True"),
    Case("sitecustomize_raises_the_same_messages", """
        import shutil, subprocess
        from hermetic.bootstrap import write_sitecustomize
        place = write_sitecustomize({"no_network": True, "no_subprocess": True, "no_code_exec": True})
        code = '''if 1:
            import os, socket
            for f in (lambda: socket.gethostbyname("a.org"), lambda: os.system("true"),
                      lambda: eval("1")):
                try:
                    f()
                except RuntimeError as error:
                    print(type(error).__name__, error, error.guard, error.target)'''
        print(subprocess.run([shutil.which("python3") or sys.executable, "-c", code], text=True,
              capture_output=True, env={**os.environ, "PYTHONPATH": place}).stdout)
        shutil.rmtree(place)""", """
        PolicyViolation network disabled: DNS(a.org) network a.org
        PolicyViolation subprocess disabled subprocess None
        PolicyViolation dynamic code execution disabled: eval code_exec eval
        """),
]  # fmt: skip

COMMAND = [
    Case("m_hermetic", "", "tool ['tool:main', 'a']", code=3, files=TOOL,
         command=("-m", "hermetic", "--no-network", "--", "tool:main", "a")),
    Case("m_hermetic_guards", "", code=2, files=TOOL, errors=("subprocess disabled",),
         command=("-m", "hermetic", "--no-subprocess", "--", "tool:breaks"), only="extension"),
    Case("m_hermetic_is_the_command", "", code=2, files=TOOL,
         errors=("hermetic: blocked subprocess: start a process",),
         command=("-m", "hermetic", "--no-subprocess", "--", "tool:breaks"), only="executable"),
    Case("m_hermetic_script", "", "as main ['a']", files=TOOL,
         command=("-m", "hermetic", "--no-network", "--", "./tool.py", "a")),
    Case("m_hermetic_without_dashes", "", code=1, command=("-m", "hermetic", "tool:main"),
         errors=("usage error: separate hermetic and target args with `--`",), only="extension"),
    Case("m_hermetic_version", "", says=("hermetic 0.",), command=("-m", "hermetic", "--version")),
    Case("m_hermetic_under_a_policy_stacks", "", code=2, files=TOOL, errors=("subprocess disabled",),
         options=("--no-subprocess",), only="executable",
         command=("-m", "hermetic", "--no-network", "--", "tool:breaks")),
    Case("m_hermetic_equals_the_command", """
        import subprocess
        command = os.path.join(os.path.dirname(sys.executable), "hermetic")
        for arguments in (["--help"], ["-h"], ["--version"], [], ["--bogus"], ["--"], ["tool:main"],
                          ["--", "tool:main", "a"], ["--no-subprocess", "--", "tool:breaks"],
                          ["--", "tool:text"], ["--no-network", "--", "./tool.py", "a"],
                          ["--profile", "nope", "--", "tool:main"]):
            both = [subprocess.run([*start, *arguments], capture_output=True, text=True)
                    for start in ([command], [sys.executable, "-m", "hermetic"])]
            one, other = [(done.returncode, done.stdout, done.stderr) for done in both]
            if one != other:
                print(arguments, one, other, sep="\\n")
        print("compared")""", "compared", files=TOOL),
    Case("m_hermetic_string_result", "", code=1, files=TOOL, errors=("wrong\n",),
         command=("-m", "hermetic", "--no-network", "--", "tool:text")),
]  # fmt: skip

CASES = [*CLI, *RUNNER, *RESOLVER, *BOOTSTRAP, *COMMAND]
