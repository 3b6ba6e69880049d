# args: --verbose count --by word -
# stdin: the cat\nthe dog\n\na cat\n

import argparse
import collections
import contextlib
import fileinput
import io
import logging
import os
import pathlib
import sys
import textwrap

logger = logging.getLogger("tool")


class Ratio(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, tuple(int(part) for part in values.split(":")))


def count(arguments):
    lines = [line.rstrip("\n") for line in arguments.file]
    units = lines if arguments.by == "line" else " ".join(lines).split()
    for unit, number in collections.Counter(units).most_common():
        print(f"{number:4d} {unit}")
    logger.info("counted %d", len(units))
    return 0


def build():
    parser = argparse.ArgumentParser(
        prog="tool",
        description=textwrap.dedent(__doc__ or "Counts things."),
        formatter_class=argparse.ArgumentDefaultsHelpFormatter,
        fromfile_prefix_chars="@",
        epilog="more",
    )
    parser.add_argument("-v", "--verbose", action="count", default=0, help="say more")
    parser.add_argument("--version", action="version", version="%(prog)s 1.0")
    parser.add_argument("--ratio", action=Ratio, metavar="A:B")
    parser.add_argument("--colour", action=argparse.BooleanOptionalAction, default=False)
    commands = parser.add_subparsers(required=True, title="commands", dest="command")
    sub = commands.add_parser("count", aliases=["c"], help="count words or lines")
    sub.add_argument("--by", choices=("word", "line"), default="line")
    sub.add_argument("file", nargs="?", type=argparse.FileType(), default=sys.stdin)
    sub.set_defaults(run=count)
    group = sub.add_mutually_exclusive_group()
    group.add_argument("--up", dest="order", action="store_const", const=1)
    group.add_argument("--down", dest="order", action="store_const", const=-1)
    return parser


def main(argv=None):
    parser = build()
    arguments = parser.parse_args(argv)
    level = logging.INFO if arguments.verbose else logging.WARNING
    logging.basicConfig(level=level, stream=sys.stdout, format="%(levelname)s:%(name)s:%(message)s")
    return arguments.run(arguments)


print(build().format_help())
parsed = vars(build().parse_args(["--ratio", "1:2", "--colour", "c", "--up"]))
print({name: parsed[name] for name in ("ratio", "colour", "command", "by", "order")})
for wrong in (["count", "--by", "page"], [], ["--version"], ["count", "--up", "--down"]):
    err = io.StringIO()
    with contextlib.redirect_stderr(err), contextlib.suppress(SystemExit):
        main(wrong)
    print(err.getvalue().splitlines()[-1:])
print(pathlib.Path(sys.argv[0]).name, len(sys.argv), sys.stdin.isatty(), os.path.basename(__file__))
sys.exit(main() or 3)
