"""Summarise a CSV of sales: units and revenue by region, best product first.

usage: sales_report.py FILE [--save FILE]
"""

import argparse
import csv
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path


@dataclass
class Total:
    units: int = 0
    revenue: Decimal = Decimal(0)

    def add(self, units: int, price: Decimal) -> None:
        self.units += units
        self.revenue += units * price


def summarise(path: Path) -> tuple[dict[str, Total], dict[str, Total]]:
    """Totals by region and by product."""
    regions: defaultdict[str, Total] = defaultdict(Total)
    products: defaultdict[str, Total] = defaultdict(Total)
    with path.open(newline="") as file:
        for row in csv.DictReader(file):
            units, price = int(row["units"]), Decimal(row["price"])
            regions[row["region"]].add(units, price)
            products[row["product"]].add(units, price)
    return dict(regions), dict(products)


def lines(title: str, totals: dict[str, Total]) -> list[str]:
    ordered = sorted(totals.items(), key=lambda item: -item[1].revenue)
    return [title] + [f"  {name:<8}{t.units:>5}{t.revenue:>10.2f}" for name, t in ordered]


def main() -> None:
    parser = argparse.ArgumentParser(description="Summarise a CSV of sales.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--save", type=Path, help="write the report there as well")
    options = parser.parse_args()
    regions, products = summarise(options.file)
    report = "\n".join(lines("by region", regions) + lines("by product", products))
    print(report)
    if options.save:
        options.save.write_text(report + "\n")


if __name__ == "__main__":
    main()
