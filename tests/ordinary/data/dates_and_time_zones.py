import calendar
import datetime
import time
import zoneinfo

moment = datetime.datetime(2024, 7, 1, 12, tzinfo=zoneinfo.ZoneInfo("Europe/Berlin"))
print(
    moment.isoformat(), moment.astimezone(zoneinfo.ZoneInfo("America/New_York")), moment.utcoffset()
)
print(
    datetime.date.fromisoformat("2024-02-29") + datetime.timedelta(days=365),
    calendar.month(2024, 2),
)
print(
    time.strftime("%Y-%m-%d", time.gmtime(0)),
    datetime.datetime.strptime("1 Jan 2020", "%d %b %Y"),
    len(zoneinfo.available_timezones()) > 100,
)
