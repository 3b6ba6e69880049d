# uses: environment
# wants: rich

import io

from rich.console import Console
from rich.markdown import Markdown
from rich.table import Table

console = Console(file=io.StringIO(), width=60, force_terminal=False)
table = Table(title="T")
table.add_column("a")
table.add_column("b", justify="right")
table.add_row("x", "1")
console.print(table)
console.print(Markdown("# Head\n* one\n* two"))
print(console.file.getvalue())
