# uses: environment
# wants: click

import click
from click.testing import CliRunner


@click.group()
def cli():
    pass


@cli.command()
@click.option("--count", default=1, show_default=True)
@click.argument("name")
def greet(count, name):
    """Greets."""
    for _ in range(count):
        click.echo(click.style(f"hello {name}", fg="green"))


runner = CliRunner()
print(
    runner.invoke(cli, ["greet", "--count", "2", "you"]).output,
    runner.invoke(cli, ["greet", "--help"]).output,
)
