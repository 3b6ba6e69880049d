# stdin: name,amount\na,3\nb,4\na,5\n

import collections
import csv
import sys

totals = collections.Counter()
for row in csv.DictReader(sys.stdin):
    totals[row["name"]] += int(row["amount"])
writer = csv.writer(sys.stdout, lineterminator="\n")
writer.writerows(totals.most_common())
