# args: --count 3 --flag name

import argparse
import sys

parser = argparse.ArgumentParser(prog="tool", description="Does things.")
parser.add_argument("name")
parser.add_argument("--count", type=int, default=1)
parser.add_argument("--flag", action="store_true")
print(parser.parse_args(), parser.format_usage())
sub = argparse.ArgumentParser(prog="sub")
commands = sub.add_subparsers(dest="command")
commands.add_parser("go").add_argument("-x", choices=["a", "b"])
print(sub.parse_args(["go", "-x", "a"]))
