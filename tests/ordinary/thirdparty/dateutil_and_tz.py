# uses: environment
# wants: python-dateutil
# falls-back: six and dateutil do without ctypes

import datetime

from dateutil import parser, relativedelta, rrule, tz

print(
    parser.parse("3 Feb 2021 14:00"),
    datetime.date(2024, 1, 31) + relativedelta.relativedelta(months=1),
)
print(
    list(rrule.rrule(rrule.WEEKLY, count=3, dtstart=datetime.datetime(2024, 1, 1)))[-1],
    tz.gettz("Europe/Berlin") is not None,
)
