# args: --help

import argparse

parser = argparse.ArgumentParser(prog="tool", epilog="The end.")
parser.add_argument("files", nargs="*", help="what to read")
parser.parse_args()
