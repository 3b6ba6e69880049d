"""hermetic.errors, hermetic.profiles, hermetic.util."""

from __future__ import annotations

from case import Case

OLD_FIELDS = (
    "no_network no_subprocess fs_readonly fs_root no_environment no_code_exec "
    "no_interpreter_mutation block_native allow_localhost allow_domains deny_imports trace sealed"
)

ERRORS = [
    Case("hierarchy", """
        from hermetic.errors import BootstrapError, HermeticError
        print(HermeticError.__bases__, PolicyViolation.__bases__, BootstrapError.__bases__)""",
        "(<class 'RuntimeError'>,) (<class 'hermetic.errors.HermeticError'>,) "
        "(<class 'hermetic.errors.HermeticError'>,)"),
    Case("not_an_os_error", "print(issubclass(PolicyViolation, OSError))", "False"),
    Case("message_is_str", "print(str(PolicyViolation('m')))", "m"),
    Case("attributes_default_to_none", """
        e = PolicyViolation("m")
        print(e.guard, e.target, e.args)""", "None None ('m',)"),
    Case("attributes_by_keyword", """
        e = PolicyViolation("m", guard="network", target="h")
        print(e.guard, e.target, str(e))""", "network h m"),
    Case("attributes_only_by_keyword", """
        try:
            PolicyViolation("m", "network")
        except TypeError:
            print("TypeError")""", "TypeError"),
    Case("can_be_subclassed", """
        class Mine(PolicyViolation):
            pass
        e = Mine("m", guard="g")
        print(isinstance(e, PolicyViolation), e.guard)""", "True g"),
    Case("pickles", """
        import pickle
        e = pickle.loads(pickle.dumps(PolicyViolation("m", guard="network", target="h")))
        print(type(e).__name__, e, e.guard, e.target)""", "PolicyViolation m network h"),
    Case("copies", "import copy; print(copy.copy(PolicyViolation('m', guard='g')).guard)", "g"),
    Case("bootstrap_error", """
        from hermetic.errors import BootstrapError
        print(BootstrapError("m"))""", "m"),
    Case("module_of_the_types", "print(PolicyViolation.__module__, PolicyViolation.__qualname__)",
         "hermetic.errors PolicyViolation"),
    Case("raised_one_is_numbered", """
        import hermetic
        try:
            with hermetic_blocker(block_subprocess=True):
                os.system("true")
        except PolicyViolation as error:
            print(hermetic.violations()[error.violation - 1].message)""", "subprocess disabled"),
]  # fmt: skip

PROFILES = [
    Case("old_fields_in_order", f"""
        import dataclasses
        from hermetic.profiles import GuardConfig
        print([f.name for f in dataclasses.fields(GuardConfig)][:13] == {OLD_FIELDS.split()!r})""",
        "True"),
    Case("guard_config_equals", """
        from hermetic.profiles import GuardConfig
        print(GuardConfig(no_network=True) == GuardConfig(no_network=True))""", "True"),
    *[
        Case(f"property_{name}", f"""
            from hermetic.profiles import GuardConfig
            print(GuardConfig(no_{name}=True).block_{name}, GuardConfig().block_{name})
            try:
                GuardConfig().block_{name} = True
            except AttributeError:
                print("read-only")""", "True False\nread-only")
        for name in "network subprocess environment code_exec interpreter_mutation".split()
    ],
    Case("names", """
        from hermetic.profiles import PROFILES
        old = "block-all net-hermetic exec-deny fs-readonly block-native".split()
        print([n for n in old if n not in PROFILES], "agent" in PROFILES)""", "[] True"),
    *[
        Case(f"profile_{name.replace('-', '_')}", f"""
            from hermetic.profiles import PROFILES, GuardConfig
            print(PROFILES[{name!r}] == GuardConfig({fields}))""", "True")
        for name, fields in [
            ("block-all", "no_network=True, no_subprocess=True, fs_readonly=True, "
             "no_environment=True, no_code_exec=True, no_interpreter_mutation=True, "
             "block_native=True"),
            ("net-hermetic", "no_network=True, allow_localhost=True"),
            ("exec-deny", "no_subprocess=True"),
            ("fs-readonly", "fs_readonly=True"),
            ("block-native", "block_native=True"),
        ]
    ],
    Case("apply_profile", """
        from hermetic.profiles import GuardConfig, apply_profile
        base = GuardConfig(trace=True)
        new = apply_profile(base, "net-hermetic")
        print(new.no_network, new.allow_localhost, new.trace, new is base, base.no_network)""",
        "True True True False False"),
    Case("apply_profile_extends_lists", """
        from hermetic.profiles import PROFILES, GuardConfig, apply_profile
        PROFILES["mine"] = GuardConfig(no_network=True, allow_domains=["b.org"])
        base = GuardConfig(allow_domains=["a.org"])
        print(apply_profile(base, "mine").allow_domains, base.allow_domains)""",
        "['a.org', 'b.org'] ['a.org']"),
    Case("apply_profile_unknown", """
        from hermetic.profiles import GuardConfig, apply_profile
        try:
            apply_profile(GuardConfig(), "x")
        except SystemExit as error:
            print(error)""", "unknown profile: x"),
    Case("own_profile_for_a_block", """
        from hermetic.profiles import PROFILES, GuardConfig
        PROFILES["mine"] = GuardConfig(no_subprocess=True)
        with hermetic_blocker(profile="mine"):
            print(tried())""", "blocked"),
    Case("every_profile_compiles", """
        from hermetic.profiles import PROFILES
        for name in PROFILES:
            hermetic_blocker(profile=name)
        print("done")""", "done"),
]  # fmt: skip

UTIL = [
    Case("split_argv", """
        from hermetic.util import split_argv
        s = split_argv(["--trace", "--", "a", "--", "b"])
        print(s.hermetic_argv, s.target_argv)""", "['--trace'] ['a', '--', 'b']"),
    Case("split_argv_unpacks", """
        from hermetic.util import SplitArgs, split_argv
        a, b = split_argv(["--"])
        print(a, b, isinstance(split_argv([]), SplitArgs))""", "[] [] True"),
    Case("split_argv_without_dashes", """
        from hermetic.util import split_argv
        print(tuple(split_argv(["a", "b"])))""", "(['a', 'b'], [])"),
    Case("which", """
        from hermetic.util import which
        print(os.path.basename(which("sh") or ""), which("no-such-command"))""", "sh None"),
    Case("is_same_interpreter", """
        from hermetic.util import is_same_interpreter
        print(is_same_interpreter(sys.executable), is_same_interpreter("/bin/sh"))""", "True False"),
]  # fmt: skip

CASES = [*ERRORS, *PROFILES, *UTIL]
