"""hermetic and hermetic.blocker: BlockConfig, hermetic_blocker, with_hermetic."""

from __future__ import annotations

from case import Case

OLD_FIELDS = (
    "block_network block_subprocess fs_readonly fs_root block_environment block_code_exec "
    "block_interpreter_mutation block_native allow_localhost allow_domains deny_imports trace sealed"
)


def _config(name: str, program: str, prints: str) -> Case:
    return Case(f"config_{name}", program, prints)


def _nesting(name: str, program: str, prints: str) -> Case:
    return Case(f"block_{name}", program, prints)


PACKAGE = [
    Case("all", "import hermetic; print(sorted(hermetic.__all__))",
         "['__version__', 'hermetic_blocker', 'with_hermetic']"),
    Case("star_import", "print(callable(hermetic_blocker), callable(with_hermetic))", "True True"),
    Case("version", "import hermetic; print(type(__version__), hermetic.__version__ == __version__)",
         "<class 'str'> True"),
    Case("block_config_is_exported",
         "import hermetic, hermetic.blocker as b; print(hermetic.BlockConfig is b.BlockConfig)",
         "True"),
    Case("policy_violation_is_exported",
         "import hermetic.errors as e; print(PolicyViolation is e.PolicyViolation)", "True"),
    Case("unknown_attribute", "import hermetic; attempt(lambda: hermetic.nothing)",
         "AttributeError: module 'hermetic' has no attribute 'nothing'"),
    Case("blocker_module_all", "import hermetic.blocker as b; print(sorted(b.__all__))",
         "['BlockConfig', 'hermetic_blocker', 'with_hermetic']"),
    Case("import_is_light", command=("-S", "-c", """if 1:
        import sys; before = set(sys.modules)
        import hermetic
        print(sorted(m for m in set(sys.modules) - before if 'hermetic' not in m))"""),
        program="", prints="[]", only="executable"),
    Case("names_of_builtin_modules_are_pythons", command=("-c", """if 1:
        import sys; print([n for n in sys.builtin_module_names if 'hermetic' in n])"""),
        program="", prints="[]"),
    Case("package_on_path_does_not_shadow_ours", files={"hermetic.py": "raise SystemExit('shadowed')",
         "_hermetic.py": "raise SystemExit('shadowed')"},
         program="import hermetic; print(hermetic.__spec__.origin)", prints="frozen",
         only="executable"),
]  # fmt: skip

CONFIG = [
    _config("fields_in_order", f"""
        import dataclasses
        names = [f.name for f in dataclasses.fields(BlockConfig)]
        print(names[:13] == {OLD_FIELDS.split()!r})
        """, "True"),
    _config("has_every_option_of_the_policy", """
        import dataclasses, _hermetic
        names = {f.name for f in dataclasses.fields(BlockConfig)}
        print(names ^ {row["field"] for row in _hermetic.options()})
        """, "set()"),
    _config("signature_has_every_field", """
        import dataclasses, inspect
        parameters = inspect.signature(hermetic_blocker).parameters
        print(sorted(set(parameters) ^ {f.name for f in dataclasses.fields(BlockConfig)}))
        """, "['_config', 'no_code_exec', 'no_env', 'no_environment', 'no_interpreter_mutation', "
        "'no_network', 'no_subprocess', 'profile']"),
    _config("defaults", """
        config = BlockConfig()
        print([getattr(config, n) for n in %r])
        """ % OLD_FIELDS.split(),
        "[False, False, False, None, False, False, False, False, False, [], [], False, False]"),
    _config("lists_are_fresh", "print(BlockConfig().allow_domains is BlockConfig().allow_domains)",
            "False"),
    _config("is_a_dataclass", "import dataclasses; print(dataclasses.is_dataclass(BlockConfig))",
            "True"),
    _config("positional", "print(BlockConfig(True, False, True).fs_readonly)", "True"),
    _config("equal_by_value", """
        print(BlockConfig(block_network=True) == BlockConfig(block_network=True),
              BlockConfig() == BlockConfig(trace=True))""", "True False"),
    _config("replace", """
        import dataclasses
        print(dataclasses.replace(BlockConfig(), trace=True) == BlockConfig(trace=True))""", "True"),
    _config("pickles", """
        import pickle
        config = BlockConfig(allow_domains=["a.org"])
        print(pickle.loads(pickle.dumps(config)) == config)""", "True"),
    _config("or_is_merged_with", """
        a, b = BlockConfig(block_network=True), BlockConfig(trace=True)
        print((a | b) == a.merged_with(b), (a | b) is a)""", "True False"),
    _config("merge_ors_booleans", """
        c = BlockConfig(block_network=True) | BlockConfig(block_subprocess=True)
        print(c.block_network, c.block_subprocess, c.fs_readonly)""", "True True False"),
    _config("merge_takes_the_second_root", """
        print((BlockConfig(fs_root="/a") | BlockConfig(fs_root="/b")).fs_root)""", "/b"),
    _config("merge_keeps_the_first_root", """
        print((BlockConfig(fs_root="/a") | BlockConfig()).fs_root)""", "/a"),
    _config("merge_joins_lists_in_order", """
        a = BlockConfig(allow_domains=["b.org", "a.org"], deny_imports=["x"])
        c = a | BlockConfig(allow_domains=["a.org", "c.org"])
        print(c.allow_domains, c.deny_imports)""", "['b.org', 'a.org', 'c.org'] ['x']"),
    _config("merge_leaves_both_alone", """
        a, b = BlockConfig(allow_domains=["a.org"]), BlockConfig(allow_domains=["b.org"])
        c = a | b
        c.allow_domains.append("c.org")
        print(a.allow_domains, b.allow_domains)""", "['a.org'] ['b.org']"),
    _config("merge_with_something_else", "attempt(lambda: BlockConfig() | 1)",
            "TypeError: unsupported operand type(s) for |: 'BlockConfig' and 'int'"),
    _config("merge_takes_the_lower_limit", """
        a, b = BlockConfig(max_cpu=3, max_memory=10), BlockConfig(max_cpu=2)
        print((a | b).max_cpu, (b | a).max_cpu, (a | b).max_memory)""", "2 2 10"),
    _config("merge_takes_the_stricter_answer", """
        a, b = BlockConfig(on_violation="kill"), BlockConfig(on_violation="log")
        print((a | b).on_violation, (b | a).on_violation, (b | BlockConfig()).on_violation)
        """, "kill kill log"),
    _config("from_kwargs_fields", """
        print(BlockConfig.from_kwargs(block_network=True, trace=True)
              == BlockConfig(block_network=True, trace=True))""", "True"),
    *[
        _config(f"from_kwargs_alias_{alias}", f"""
            print(BlockConfig.from_kwargs({alias}=True) == BlockConfig({field}=True))""", "True")
        for alias, field in [
            ("no_network", "block_network"),
            ("no_subprocess", "block_subprocess"),
            ("no_environment", "block_environment"),
            ("no_env", "block_environment"),
            ("no_code_exec", "block_code_exec"),
            ("no_interpreter_mutation", "block_interpreter_mutation"),
        ]
    ],
    _config("from_kwargs_unknown", "attempt(lambda: BlockConfig.from_kwargs(bogus=1))",
            "TypeError: Unknown argument: bogus"),
    _config("from_kwargs_copies_lists", """
        names = ["a.org"]
        BlockConfig.from_kwargs(allow_domains=names).allow_domains.append("b.org")
        print(names)""", "['a.org']"),
    _config("from_profile", """
        print(BlockConfig.from_profile("net-hermetic")
              == BlockConfig(block_network=True, allow_localhost=True))""", "True"),
    _config("from_profile_unknown", "attempt(lambda: BlockConfig.from_profile('x'))",
            "ValueError: Unknown hermetic profile: 'x'"),
]  # fmt: skip

CONSTRUCTION = [
    Case("positional_must_be_a_config", "attempt(lambda: hermetic_blocker(3))",
         "TypeError: hermetic_blocker() positional argument must be a BlockConfig, got int"),
    Case("positional_dict", "attempt(lambda: hermetic_blocker({}))",
         "TypeError: hermetic_blocker() positional argument must be a BlockConfig, got dict"),
    Case("unknown_profile_at_the_call", "attempt(lambda: hermetic_blocker(profile='x'))",
         "ValueError: Unknown hermetic profile: 'x'"),
    Case("unknown_profile_of_with_hermetic", "attempt(lambda: with_hermetic(profile='x'))",
         "ValueError: Unknown hermetic profile: 'x'"),
    Case("unknown_keyword", """
        try:
            hermetic_blocker(bogus=True)
        except TypeError as error:
            print(error)""",
         "hermetic_blocker() got an unexpected keyword argument 'bogus'"),
    Case("is_a_context_decorator", """
        import contextlib
        print(isinstance(hermetic_blocker(), contextlib.ContextDecorator),
              isinstance(with_hermetic(), contextlib.ContextDecorator))""", "True True"),
    Case("old_signature", """
        import inspect
        old = list(inspect.signature(hermetic_blocker).parameters.values())[:15]
        print([p.name for p in old] == ["_config", *%r, "profile"])
        print([p.default for p in old])
        print({p.kind.name for p in old[1:]})
        """ % OLD_FIELDS.split(), """
        True
        [None, False, False, False, None, False, False, False, False, False, (), (), False, False, None]
        {'KEYWORD_ONLY'}"""),
    Case("with_hermetic_signature", "import inspect; print(len(inspect.signature(with_hermetic).parameters))",
         "2"),
    *[
        Case(f"alias_{alias}_of_{function}", f"""
            import hermetic
            with {function}({alias}=True):
                print([k for k, v in hermetic.policy()[-1].items() if v is True])""", f"['{key}']")
        for function in ("hermetic_blocker", "with_hermetic")
        for alias, key in [
            ("no_network", "no_network"), ("no_subprocess", "no_subprocess"),
            ("no_environment", "no_environment"), ("no_env", "no_environment"),
            ("no_code_exec", "no_code_exec"),
            ("no_interpreter_mutation", "no_interpreter_mutation"),
        ]
    ],
    Case("alias_and_profile_merge", """
        import hermetic
        with hermetic_blocker(no_network=True, profile="net-hermetic"):
            print([k for k, v in hermetic.policy()[-1].items() if v is True])""",
        "['no_network', 'allow_localhost']"),
    *[
        Case(f"list_field_takes_{kind}", f"""
            import hermetic
            with hermetic_blocker(block_network=True, allow_domains={value}):
                print(hermetic.policy()[-1]["allow_domain"])""", "['a.org', 'b.org']")
        for kind, value in [
            ("a_list", "['a.org', 'b.org']"),
            ("a_tuple", "('a.org', 'b.org')"),
            ("a_dict", "{'a.org': 1, 'b.org': 2}"),
            ("a_generator", "(n + '.org' for n in 'ab')"),
            ("other_spellings", "[' A.ORG. ', 'b.Org']"),
        ]
    ],
    Case("list_field_refuses_one_string",
         "attempt(lambda: hermetic_blocker(block_network=True, allow_domains='a.org'))",
         "ValueError: allow_domains: a list is wanted, not one string"),
    Case("bad_value_names_the_field",
         "attempt(lambda: hermetic_blocker(block_network=True, allow_hosts=['h:99999']))",
         'ValueError: hermetic_blocker: allow_hosts: "h:99999" is refused: the port is not 1 to 65535'),
    *[
        Case(f"{name}_is_for_a_whole_run", f"attempt(lambda: hermetic_blocker({name}={value}))",
             f"ValueError: hermetic_blocker: {name}: is for a whole run; "
             "hermetic-python's command line, a file or a variable can set it")
        for name, value in [
            ("max_memory", 10**9), ("max_cpu", 1.5), ("timeout", 5), ("max_processes", 3),
            ("max_file_size", 10**6), ("kernel", "'require'"), ("audit_log", "'log'"),
            ("report", "'report'"),
        ]
    ],
    Case("kernel_that_asks_nothing", """
        for mode in ("auto", "off"):
            with hermetic_blocker(block_subprocess=True, kernel=mode):
                print(tried())""", "blocked\nblocked"),
    *[
        Case(f"new_keyword_{name}", f"""
            import hermetic
            with hermetic_blocker({base}, {name}={value}):
                print(hermetic.policy()[-1][{key!r}])
            config = BlockConfig({base.replace("no_", "block_")}, {name}={value})
            with hermetic_blocker(config):
                print(hermetic.policy()[-1][{key!r}])""", f"{shown}\n{shown}")
        for base, name, value, key, shown in [
            ("no_network=True", "allow_hosts", "['10.0.0.1:80']", "allow_host", "['10.0.0.1:80']"),
            ("no_network=True", "allow_unix", "True", "allow_unix", "True"),
            ("no_subprocess=True", "allow_run", "['git']", "allow_run", "['git']"),
            ("fs_readonly=True", "allow_read", "['/opt']", "allow_read", "['/opt']"),
            ("fs_readonly=True", "allow_write", "[b'/opt']", "allow_write", "['/opt']"),
            ("fs_readonly=True", "deny_read", "['/opt']", "deny_read", "['/opt']"),
            ("no_environment=True", "allow_env", "['A', 'LC_*']", "allow_env", "['A', 'LC_*']"),
            ("trace=False", "scrub_env", "True", "scrub_env", "True"),
            ("no_code_exec=True", "allow_code_exec", "['attr']", "allow_code_exec", "['attr']"),
            ("block_native=True", "allow_native", "['numpy']", "allow_native", "['numpy']"),
            ("no_network=True", "on_violation", "'oserror'", "on_violation", "oserror"),
            ("no_network=True", "fail_on_violation", "True", "fail_on_violation", "True"),
            ("no_network=True", "report_only", "True", "report_only", "True"),
        ]
    ],
    Case("root_must_be_there",
         "attempt(lambda: hermetic_blocker(fs_readonly=True, fs_root='/does/not/exist'))",
         'ValueError: hermetic_blocker: fs_root: "/does/not/exist" cannot be used: '
         "No such file or directory"),
    Case("config_wins_over_keywords", """
        import hermetic
        with hermetic_blocker(BlockConfig(block_subprocess=True), block_network=True):
            level = hermetic.policy()[-1]
            print(level["no_subprocess"], level["no_network"])""", "True False"),
    Case("config_and_profile_merge", """
        import hermetic
        with hermetic_blocker(BlockConfig(block_subprocess=True), profile="net-hermetic"):
            level = hermetic.policy()[-1]
            print(level["no_subprocess"], level["no_network"], level["allow_localhost"])""",
         "True True True"),
    Case("keywords_and_profile_merge", """
        import hermetic
        with hermetic_blocker(trace=True, profile="exec-deny"):
            level = hermetic.policy()[-1]
            print(level["no_subprocess"], level["trace"])""", "True True"),
    Case("config_is_not_changed", """
        config = BlockConfig(allow_domains=["a.org"], block_network=True)
        hermetic_blocker(config, profile="exec-deny")
        print(config == BlockConfig(allow_domains=["a.org"], block_network=True))""", "True"),
]  # fmt: skip

BLOCKS = [
    _nesting("enters_and_leaves", """
        print(tried())
        with hermetic_blocker(block_subprocess=True):
            print(tried())
        print(tried())""", "open\nblocked\nopen"),
    _nesting("enter_returns_the_blocker", """
        b = hermetic_blocker(block_subprocess=True)
        with b as inside:
            print(inside is b)""", "True"),
    _nesting("does_not_suppress", """
        try:
            with hermetic_blocker(block_subprocess=True):
                raise KeyError("mine")
        except KeyError as error:
            print(error, tried())""", "'mine' open"),
    _nesting("violation_leaves_the_block", """
        try:
            with hermetic_blocker(block_subprocess=True):
                os.system("true")
        except PolicyViolation as error:
            print(error, tried())""", "subprocess disabled open"),
    _nesting("surplus_exit", """
        b = hermetic_blocker(block_subprocess=True)
        print(b.__exit__(None, None, None))
        with b:
            pass
        b.__exit__(None, None, None)
        with b:
            print(tried())
        print(tried())""", "None\nblocked\nopen"),
    _nesting("inner_block_restores_the_outer", """
        with hermetic_blocker(block_subprocess=True):
            with hermetic_blocker(fs_readonly=True):
                print(tried())
            print(tried())
        print(tried())""", "blocked\nblocked\nopen"),
    _nesting("inner_block_goes_alone", """
        with hermetic_blocker(fs_readonly=True):
            with hermetic_blocker(block_subprocess=True):
                print(tried())
            print(tried())""", "blocked\nopen"),
    _nesting("inner_block_cannot_weaken", """
        with hermetic_blocker(block_subprocess=True):
            with hermetic_blocker(block_subprocess=True, allow_run=["/bin/sh", "sh", "true"]):
                print(tried())
            with hermetic_blocker():
                print(tried())""", "blocked\nblocked"),
    _nesting("can_be_used_again", """
        b = hermetic_blocker(block_subprocess=True)
        for _ in range(3):
            with b:
                print(tried())
            print(tried())""", "blocked\nopen\n" * 3),
    _nesting("can_be_reentered", """
        b = hermetic_blocker(block_subprocess=True)
        with b:
            with b:
                print(tried())
            print(tried())
        print(tried())""", "blocked\nblocked\nopen"),
    _nesting("reentering_leaks_nothing", """
        import hermetic
        b = hermetic_blocker(block_subprocess=True)
        with b, b, b:
            pass
        print(hermetic.policy(), tried())""", "[] open"),
    _nesting("leaves_in_another_order", """
        a, b = hermetic_blocker(block_subprocess=True), hermetic_blocker(fs_readonly=True)
        a.__enter__(); b.__enter__(); a.__exit__(None, None, None)
        print(tried())
        b.__exit__(None, None, None)
        print(tried())""", "open\nopen"),
    _nesting("holds_in_other_threads", """
        import threading
        with hermetic_blocker(block_subprocess=True):
            thread = threading.Thread(target=lambda: print(tried()))
            thread.start(); thread.join()""", "blocked"),
    _nesting("entered_in_another_thread", """
        import threading
        b = hermetic_blocker(block_subprocess=True)
        thread = threading.Thread(target=b.__enter__)
        thread.start(); thread.join()
        print(tried())
        b.__exit__(None, None, None)
        print(tried())""", "blocked\nopen"),
    _nesting("exit_stack", """
        import contextlib
        with contextlib.ExitStack() as stack:
            stack.enter_context(hermetic_blocker(block_subprocess=True))
            print(tried())
        print(tried())""", "blocked\nopen"),
    _nesting("decorates_a_function", """
        @hermetic_blocker(block_subprocess=True)
        def function(a, *, b):
            "doc"
            return tried(), a, b
        print(function(1, b=2), function.__name__, function.__doc__, tried())""",
        "('blocked', 1, 2) function doc open"),
    _nesting("with_hermetic_decorates", """
        @with_hermetic(block_subprocess=True)
        def function():
            return tried()
        print(function(), function(), tried())""", "blocked blocked open"),
    _nesting("decorates_with_a_config", """
        @with_hermetic(BlockConfig(block_subprocess=True))
        def function():
            return tried()
        print(function())""", "blocked"),
    _nesting("decorates_a_method", """
        class C:
            @with_hermetic(block_subprocess=True)
            def method(self):
                return tried(), type(self).__name__
        print(C().method())""", "('blocked', 'C')"),
    _nesting("decorates_recursion", """
        @hermetic_blocker(block_subprocess=True)
        def down(n):
            return tried() if n == 0 else down(n - 1)
        print(down(5), tried())""", "blocked open"),
    _nesting("decorates_and_passes_exceptions", """
        @hermetic_blocker(block_subprocess=True)
        def function():
            raise KeyError("mine")
        attempt(function)
        print(tried())""", "KeyError: 'mine'\nopen"),
    _nesting("decorates_a_coroutine", """
        import asyncio, inspect
        @hermetic_blocker(block_subprocess=True)
        async def function(a):
            await asyncio.sleep(0)
            return tried(), a
        print(inspect.iscoroutinefunction(function), asyncio.run(function(1)), tried())""",
        "True ('blocked', 1) open"),
    _nesting("decorates_a_generator", """
        @hermetic_blocker(block_subprocess=True)
        def generate(n):
            for _ in range(n):
                yield tried()
            return "end"
        def collect():
            return (yield from generate(2))
        print(list(generate(2)), tried())
        steps = collect()
        next(steps); next(steps)
        try:
            next(steps)
        except StopIteration as stop:
            print(stop.value)""", "['blocked', 'blocked'] open\nend"),
    _nesting("generator_takes_values_and_exceptions", """
        @hermetic_blocker(block_subprocess=True)
        def echo():
            got = yield "first"
            try:
                yield got
            except KeyError:
                yield tried()
        steps = echo()
        print(next(steps), steps.send("second"), steps.throw(KeyError()), list(steps))""",
        "first second blocked []"),
    _nesting("generator_leaves_its_consumer_alone", """
        @hermetic_blocker(block_subprocess=True)
        def generate():
            yield tried()
            yield tried()
        steps = generate()
        print(next(steps), tried(), next(steps), tried())""", "blocked open blocked open"),
    _nesting("generator_is_closed_inside", """
        @hermetic_blocker(block_subprocess=True)
        def generate():
            try:
                yield 1
            finally:
                print(tried())
        steps = generate()
        next(steps)
        steps.close()
        print(tried())""", "blocked\nopen"),
    _nesting("decorates_an_async_generator", """
        import asyncio
        @hermetic_blocker(block_subprocess=True)
        async def generate():
            yield tried()
            await asyncio.sleep(0)
            yield tried()
        async def main():
            return [item async for item in generate()], tried()
        print(asyncio.run(main()))""", "(['blocked', 'blocked'], 'open')"),
    _nesting("async_with", """
        import asyncio
        async def main():
            b = hermetic_blocker(block_subprocess=True)
            async with b as inside:
                print(tried(), inside is b)
            print(tried())
        asyncio.run(main())""", "blocked True\nopen"),
    _nesting("async_with_raises", """
        import asyncio
        async def main():
            async with with_hermetic(block_subprocess=True):
                os.system("true")
        attempt(lambda: asyncio.run(main()))
        print(tried())""", "subprocess: subprocess disabled [None]\nopen"),
    _nesting("many_levels", """
        import contextlib, hermetic
        with contextlib.ExitStack() as stack:
            for _ in range(500):
                stack.enter_context(hermetic_blocker(block_subprocess=True))
            print(len(hermetic.policy()), tried())
        print(len(hermetic.policy()), tried())""", "500 blocked\n0 open"),
    _nesting("denied_modules_of_overlapping_blocks", """
        import json.decoder
        json_only, whole = hermetic_blocker(deny_imports=["json"]), hermetic_blocker(
            deny_imports=["json", "colorsys"])
        def visible():
            return sum(n.split(".")[0] == "json" for n in sys.modules)
        before = visible()
        with json_only, whole:
            print(visible())
        with whole:
            print(visible())
        first, second = json_only.__enter__(), whole.__enter__()
        first.__exit__()
        print(visible())
        second.__exit__()
        print(visible() == before)""", "0\n0\n0\nTrue"),
    _nesting("denied_submodule_is_out_of_its_package", """
        import json.decoder
        with hermetic_blocker(deny_imports=["json.decoder"]):
            print(hasattr(json, "decoder"), "json.decoder" in sys.modules)
        print(hasattr(json, "decoder"), "json.decoder" in sys.modules)""",
        "False False\nTrue True"),
    _nesting("dropped_blocker_stays_on", """
        def enter():
            hermetic_blocker(block_subprocess=True).__enter__()
        enter()
        import gc; gc.collect()
        print(tried())""", "blocked"),
]  # fmt: skip

HANDLES = [
    Case("handles_are_opaque", """
        import _hermetic
        policy = _hermetic.compile_policy({"no_subprocess": True}, origin="me")
        token = _hermetic.push(policy)
        for thing in (policy, token):
            print([n for n in dir(thing) if not n.startswith("__")])
            attempt(type(thing))
            try:
                thing.attribute = 1
            except AttributeError:
                print("no attributes")
        print(_hermetic.remove(token), _hermetic.remove(token))""", """
        []
        TypeError: cannot create '_hermetic.Policy' instances
        no attributes
        []
        TypeError: cannot create '_hermetic.Token' instances
        no attributes
        True False"""),
    Case("handles_of_another_kind", """
        import _hermetic
        attempt(lambda: _hermetic.push(1))
        attempt(lambda: _hermetic.remove(1))""", """
        TypeError: push() wants what compile_policy() gave
        TypeError: remove() wants what push() gave"""),
]  # fmt: skip

CASES = [*PACKAGE, *CONFIG, *CONSTRUCTION, *BLOCKS, *HANDLES]
