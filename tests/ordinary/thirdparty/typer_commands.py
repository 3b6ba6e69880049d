# uses: environment
# wants: typer
# grant-native: pydantic_core
# grant-code-exec: pydantic typing_extensions typing_inspection

import typer
from typer.testing import CliRunner

app = typer.Typer()


@app.command()
def main(name: str, loud: bool = False):
    print(name.upper() if loud else name)


print(CliRunner().invoke(app, ["you", "--loud"]).output)
