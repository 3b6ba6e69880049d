"""Ask a weather service for temperatures: fetch.py URL CITY..."""

import json
import sys
import urllib.request


def temperature(service: str, city: str) -> float:
    with urllib.request.urlopen(f"{service}/temperature/{city}", timeout=10) as answer:
        return json.load(answer)["celsius"]


def main() -> None:
    service, *cities = sys.argv[1:]
    for city in cities:
        print(f"{city}: {temperature(service, city):.1f} C")


if __name__ == "__main__":
    main()
