"""Profiles of the policy file that hermetic-python was started with."""

from __future__ import annotations

from case import Case

TOML = """
[profile.ci]
profiles = ["exec-deny"]
no_network = true
allow_host = ["127.0.0.1:80"]
allow_write = ["out"]
fs_readonly = true
fail_on_violation = true

[profile.slow]
max_cpu = 5

[profile.wrong]
fs_readonly = "does-not-exist"
"""
FILES = {"hermetic.toml": TOML}
SHOWN = "True True ['127.0.0.1:80'] ['DIR/out']"

CASES = [
    Case("of_the_file", """
        import hermetic
        with hermetic_blocker(profile="ci"):
            level = hermetic.policy()[-1]
            print(level["no_subprocess"], level["no_network"], level["allow_host"], level["allow_write"])
            print(tried())""", f"{SHOWN}\nblocked", files=FILES, only="executable"),
    Case("of_the_file_from_profile", """
        c = BlockConfig.from_profile("ci")
        print(c.block_subprocess, c.block_network, c.allow_hosts, c.allow_write)""", SHOWN,
        files=FILES, only="executable"),
    Case("of_the_file_apply_profile", """
        from hermetic.profiles import GuardConfig, apply_profile
        c = apply_profile(GuardConfig(trace=True), "ci")
        print(c.trace, c.no_network, c.options["allow_hosts"])""", "True True ['127.0.0.1:80']",
        files=FILES, only="executable"),
    Case("of_pyproject", """
        print(BlockConfig.from_profile("ci").block_network)""", "True", only="executable",
        files={"pyproject.toml": "[tool.hermetic.profile.ci]\nno_network = true\n"}),
    Case("of_a_file_that_is_named", "print(BlockConfig.from_profile('ci').block_network)", "True",
         only="executable", files={"ci/policy.toml": TOML}, options=("--config", "ci/policy.toml")),
    Case("merges_with_keywords", """
        import hermetic
        with hermetic_blocker(profile="ci", block_environment=True, allow_hosts=["10.0.0.1:1"]):
            level = hermetic.policy()[-1]
            print(level["no_environment"], level["no_network"], level["allow_host"])""",
        "True True ['10.0.0.1:1', '127.0.0.1:80']", files=FILES, only="executable"),
    Case("written_later_is_unknown", """
        open("hermetic.toml", "w").write("[profile.late]\\nno_network = true\\n")
        attempt(lambda: hermetic_blocker(profile="late"))""",
        "ValueError: Unknown hermetic profile: 'late'"),
    Case("unknown_without_the_file", "attempt(lambda: hermetic_blocker(profile='ci'))",
         "ValueError: Unknown hermetic profile: 'ci'", files=FILES, options=("--no-config",),
         only="executable"),
    Case("unknown_in_an_ordinary_python", "attempt(lambda: hermetic_blocker(profile='ci'))",
         "ValueError: Unknown hermetic profile: 'ci'", files=FILES, only="extension"),
    Case("limits_are_for_a_whole_run", "attempt(lambda: hermetic_blocker(profile='slow'))",
         "ValueError: hermetic_blocker(profile='slow'): max_cpu: is for a whole run; "
         "hermetic-python's command line, a file or a variable can set it", files=FILES,
         only="executable"),
    Case("mistake_names_file_and_line", "attempt(lambda: hermetic_blocker(profile='wrong'))",
         says=("ValueError: ", "hermetic.toml:14", "does-not-exist"), files=FILES, only="executable"),
]  # fmt: skip
