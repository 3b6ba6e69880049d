# policy: --profile block-all
# stdin: apples,3\npears,5\napples,4\nbad line\n

# What block-all is for: input on stdin, a report on stdout.
import collections
import csv
import dataclasses
import datetime
import json
import re
import statistics
import sys
import textwrap


@dataclasses.dataclass(frozen=True)
class Sale:
    item: str
    amount: int


Total = collections.namedtuple("Total", "item total")


def parse(rows):
    for number, row in enumerate(csv.reader(rows), 1):
        try:
            yield Sale(row[0], int(row[1]))
        except (IndexError, ValueError):
            print(f"line {number}: ignored", file=sys.stdout)


sales = list(parse(sys.stdin))
totals = collections.defaultdict(int)
for sale in sales:
    totals[sale.item] += sale.amount
print(json.dumps([Total(*pair)._asdict() for pair in sorted(totals.items())], indent=2))
print(
    textwrap.indent(f"mean {statistics.mean(sale.amount for sale in sales):.2f}", "  "),
    re.sub(r"\d", "#", str(datetime.date(2020, 1, 2))),
)
