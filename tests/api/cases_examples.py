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
        base = BlockConfig(block_network=True, allow_domains=["pypi.org"])
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
]  # fmt: skip
