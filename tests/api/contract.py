"""The lines of the compatibility contract, by its sections, and the cases that show
each: names of this suite, where `*` stands for any text."""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatchcase

CONTRACT: dict[str, dict[str, str]] = {
    "1 hermetic": {
        "__all__": "blocker.all blocker.star_import blocker.version",
        "BlockConfig and PolicyViolation": "blocker.block_config_is_exported "
        "blocker.policy_violation_is_exported",
    },
    "1 hermetic.blocker": {
        "dataclass, equal by value": "blocker.config_is_a_dataclass blocker.config_equal_by_value",
        "fields in order, ours after": "blocker.config_fields_in_order blocker.config_positional "
        "blocker.config_has_every_option_of_the_policy",
        "defaults, fresh lists": "blocker.config_defaults blocker.config_lists_are_fresh",
        "from_kwargs and its aliases": "blocker.config_from_kwargs_*",
        "a | b": "blocker.config_or_is_merged_with blocker.config_merge_*",
        "signature": "blocker.old_signature blocker.config_signature_has_every_field",
        "ContextDecorator": "blocker.is_a_context_decorator blocker.block_decorates_*",
        "async context manager": "blocker.block_async_with*",
        "__enter__ returns the blocker": "blocker.block_enter_returns_the_blocker",
        "exceptions are not suppressed": "blocker.block_does_not_suppress",
        "surplus __exit__": "blocker.block_surplus_exit",
        "positional must be a BlockConfig": "blocker.positional_*",
        "unknown profile, at the call": "blocker.unknown_profile_*",
        "with _config, keywords ignored, profile merged": "blocker.config_wins_over_keywords "
        "blocker.config_and_profile_merge",
        "any iterable": "blocker.list_field_takes_*",
        "leaving the inner block": "blocker.block_inner_block_restores_the_outer "
        "blocker.block_inner_block_goes_alone blocker.block_leaves_in_another_order",
        "used again, re-entered": "blocker.block_can_be_used_again blocker.block_can_be_reentered",
        "decorator of coroutine functions": "blocker.block_decorates_a_coroutine "
        "blocker.block_decorates_a_generator blocker.block_decorates_an_async_generator",
        "all threads": "blocker.block_holds_in_other_threads blocker.block_entered_in_another_thread",
        "sealed stays on": "sealed.holds_after_its_exit sealed.holds_after_an_exception",
        "with_hermetic": "blocker.with_hermetic_signature blocker.alias_*_of_with_hermetic",
    },
    "1 hermetic.errors": {
        "types": "errors.hierarchy errors.module_of_the_types errors.bootstrap_error",
        "PolicyViolation": "errors.message_is_str errors.attributes_*",
        "guard names": "install.*_on_and_off",
    },
    "1 hermetic.profiles": {
        "GuardConfig's fields": "errors.old_fields_in_order errors.guard_config_equals",
        "read-only block_*": "errors.property_*",
        "PROFILES": "errors.names errors.profile_*",
        "apply_profile": "errors.apply_profile*",
    },
    "1 hermetic.cli": {
        "build_parser": "programs.parser",
        "parse_hermetic_args": "programs.parse_*",
        "main, split at the first --": "programs.main_runs programs.main_takes_sys_argv "
        "programs.main_guards",
        "without --": "programs.main_without_dashes programs.m_hermetic_without_dashes",
        "main(['--'])": "programs.main_only_dashes_prints_help",
        "--help and --version": "programs.main_help programs.main_version "
        "programs.m_hermetic_version",
    },
    "1 hermetic.util": {
        "split_argv": "errors.split_argv*",
        "which, is_same_interpreter": "errors.which errors.is_same_interpreter",
    },
    "1 hermetic.runner": {
        "config_to_flags": "programs.config_to_flags",
        "run: argv and code": "programs.run_int programs.run_none programs.run_system_exit",
        "run: violation": "programs.run_violation",
        "run: guards come off unless sealed": "programs.run_takes_the_guards_off "
        "programs.run_sealed_leaves_them_on programs.run_passes_other_exceptions",
    },
    "1 hermetic.resolver": {
        "TargetSpec": "programs.target_spec",
        "module:attr": "programs.resolve_attribute programs.resolve_splits_once",
        "entry point": "programs.resolve_entry_point programs.resolve_own_entry_point "
        "programs.resolve_foreign_entry_point",
        "Python or Python script on PATH": "programs.resolve_python_on_path "
        "programs.resolve_foreign_script_on_path",
        "module": "programs.resolve_module",
        "invoke_inprocess": "programs.invoke_*",
    },
    "1 hermetic.bootstrap": {
        "write_sitecustomize": "programs.sitecustomize",
        "failure": "programs.sitecustomize_fails",
        "guards a foreign interpreter": "differences.9_*",
    },
    "1 hermetic.guards": {
        "install_all and its groups": "install.install_all_*",
        "uninstall_all": "install.*_uninstalled_by_all",
        "idempotent, None": "install.*_twice install.*_on_and_off",
        "a second install does not change the first": "install.*_second_install_changes_nothing",
        "signatures": "install.*_signature install.network_install_wants_its_keywords",
    },
    "2 network": {
        "what raises": "guards.network_connect guards.network_create_connection "
        "guards.network_sendto guards.network_sendmsg guards.network_get*",
        "connect_ex": "guards.network_connect_ex_does_not_raise",
        "host as compared, domains": "guards.domains_*",
        "allow_localhost": "guards.localhost_*",
        "metadata endpoints": "guards.metadata_*",
        "bind": "guards.network_bind_* guards.localhost_bind_any",
        "odd address": "guards.network_odd_address",
        "trace": "guards.network_trace_*",
    },
    "2 subprocess_guard": {
        "what raises": "guards.subprocess_*",
        "argv never shown": "guards.subprocess_argv_is_never_shown",
        "trace": "guards.subprocess_trace_run",
    },
    "2 filesystem": {
        "writing modes and flags": "files.files_open_* files.files_os_open_O_*",
        "reads": "files.files_read files.root_*",
        "mutations": "files.files_remove files.files_mkdir files.files_rename files.files_utime "
        "files.files_chmod files.files_touch_* files.files_rmtree files.files_copy",
        "trace": "files.files_trace_* files.root_trace_read",
    },
    "2 environment": {
        "reads": "guards.environment_get* guards.environment_len guards.environment_iter "
        "guards.environment_contains guards.environment_repr guards.environment_copy "
        "guards.environment_items guards.environment_environb",
        "writes": "guards.environment_set_item guards.environment_putenv guards.environment_unsetenv",
        "trace": "guards.environment_trace_*",
    },
    "2 code_exec": {
        "what raises": "guards.code_eval guards.code_exec guards.code_compile guards.code_run_*",
        "AST only": "guards.code_ast_*",
        "importing source": "guards.code_import_of_source",
        "pickle family": "guards.code_*_import",
        "trace": "guards.code_trace_*",
    },
    "2 imports_guard": {
        "every route": "guards.imports_statement guards.imports_import_module "
        "guards.imports_relative guards.imports_cached_* guards.imports_from_list "
        "guards.imports_loader guards.imports_exec_module guards.imports_imp_*",
        "by prefix at dots": "guards.imports_submodule guards.imports_neighbour guards.imports_parent",
        "native": "guards.native_*",
        "block_subprocess_libs": "install.imports_install_block_subprocess_libs_*",
        "block_pickle": "install.imports_install_block_pickle_*",
        "trace": "guards.imports_trace_*",
    },
    "2 interpreter": {
        "containers": "guards.interpreter_path_* guards.interpreter_meta_path_* "
        "guards.interpreter_path_hooks_* guards.interpreter_path_importer_cache_*",
        "chdir, fchdir, addsitedir": "guards.interpreter_chdir guards.interpreter_fchdir "
        "guards.interpreter_addsitedir",
        "reads and imports": "guards.interpreter_reads guards.interpreter_import_still_works",
        "trace": "guards.interpreter_trace_*",
    },
    "2 together": {
        "stdout untouched, no trace unasked": "guards.no_trace_without_asking",
        "imports guard with block_code_exec": "guards.code_pickle_import",
        "subprocess with native": "install.subprocess_and_native_deny_* "
        "install.subprocess_alone_denies_no_library",
    },
    "3": {f"difference {number}": f"differences.{number}_*" for number in range(1, 12)},
}


def without_a_case(names: Iterable[str]) -> list[str]:
    """The patterns that no case has, with their lines."""
    known = set(names)
    return [
        f"{section}: {line}: {pattern}"
        for section, lines in CONTRACT.items()
        for line, patterns in lines.items()
        for pattern in patterns.split()
        if not any(fnmatchcase(name, pattern) for name in known)
    ]
