"""sealed=True: what holds to the end of the process."""

from __future__ import annotations

from case import Case

STILL = "blocked"

CASES = [
    Case("holds_after_its_exit", """
        with hermetic_blocker(block_subprocess=True, sealed=True):
            print(tried())
        print(tried())""", "blocked\nblocked"),
    Case("holds_after_an_exception", """
        try:
            with hermetic_blocker(block_subprocess=True, sealed=True):
                raise KeyError
        except KeyError:
            print(tried())""", STILL),
    Case("decorator", """
        @hermetic_blocker(block_subprocess=True, sealed=True)
        def function():
            pass
        print(tried()); function(); print(tried())""", "open\nblocked"),
    Case("config", """
        with hermetic_blocker(BlockConfig(block_subprocess=True, sealed=True)):
            pass
        print(tried())""", STILL),
    Case("outer_block_stays_too", """
        with hermetic_blocker(block_subprocess=True):
            with hermetic_blocker(fs_readonly=True, sealed=True):
                pass
        print(tried())""", STILL),
    Case("later_block_stays_too", """
        with hermetic_blocker(fs_readonly=True, sealed=True):
            pass
        with hermetic_blocker(block_subprocess=True):
            print(tried())
        print(tried())""", "blocked\nblocked"),
    Case("uninstall_all_does_nothing", """
        from hermetic import guards
        with hermetic_blocker(block_subprocess=True, sealed=True):
            guards.uninstall_all()
        guards.uninstall_all()
        print(tried())""", STILL),
    Case("installed_guard_stays", """
        from hermetic.guards import subprocess_guard, uninstall_all
        subprocess_guard.install()
        with hermetic_blocker(fs_readonly=True, sealed=True):
            pass
        subprocess_guard.uninstall(); uninstall_all()
        print(tried())""", STILL),
    Case("reentry_leaks_nothing", """
        b = hermetic_blocker(block_subprocess=True, sealed=True)
        with b, b:
            pass
        b.__exit__(None, None, None)
        print(tried())""", STILL),
    Case("stricter_policies_still_stack", """
        import hermetic
        with hermetic_blocker(fs_readonly=True, sealed=True):
            pass
        with hermetic_blocker(block_subprocess=True, allow_run=["true"]), \\
                hermetic_blocker(block_subprocess=True):
            print(len(hermetic.policy()), tried())""", "3 blocked"),
    Case("cannot_be_weakened_by_a_grant", """
        with hermetic_blocker(block_subprocess=True, sealed=True):
            pass
        with hermetic_blocker(block_subprocess=True, allow_run=["sh", "true"]):
            print(tried())""", STILL),
    Case("refuses_an_audit_hook", """
        with hermetic_blocker(block_subprocess=True, sealed=True):
            pass
        attempt(lambda: sys.addaudithook(lambda *a: None))""",
        "seal: sealed: sys.addaudithook [sys.addaudithook]"),
    Case("without_a_restriction", """
        import hermetic
        with hermetic_blocker(sealed=True):
            pass
        print(len(hermetic.policy()))""", "1"),
    Case("async_with", """
        import asyncio
        async def main():
            async with hermetic_blocker(block_subprocess=True, sealed=True):
                pass
        asyncio.run(main())
        print(tried())""", STILL),
    Case("entered_by_a_thread", """
        import threading
        t = threading.Thread(target=hermetic_blocker(block_subprocess=True, sealed=True).__enter__)
        t.start(); t.join()
        print(tried())""", STILL),
    Case("holds_in_children", """
        with hermetic_blocker(block_network=True, sealed=True):
            pass
        import subprocess
        code = "import socket\\ntry: socket.gethostbyname('a.org')\\nexcept RuntimeError as e: print(e)"
        print(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout)""",
        "network disabled: DNS(a.org)\n", only="executable"),
]  # fmt: skip
