import calendar
import datetime
import locale
import sched
import time
import zoneinfo

noon = datetime.datetime(2024, 3, 31, 12, tzinfo=zoneinfo.ZoneInfo("Europe/Berlin"))
print(noon, noon.utcoffset(), noon.astimezone(zoneinfo.ZoneInfo("America/New_York")).isoformat())
print(noon - datetime.timedelta(days=1), (noon - datetime.timedelta(days=1)).dst())
print("Asia/Tokyo" in zoneinfo.available_timezones(), zoneinfo.ZoneInfo("UTC").key)
try:
    zoneinfo.ZoneInfo("Nowhere/At_All")
except zoneinfo.ZoneInfoNotFoundError as error:
    print(error)
print(calendar.TextCalendar().formatmonth(2024, 2))
print(calendar.month_name[5], calendar.isleap(2000))
print(
    time.strftime("%Y-%m-%d %H:%M", time.gmtime(0)), time.strptime("3 May 2024", "%d %B %Y").tm_yday
)
print(datetime.datetime.strptime("2024-05-03T10:11:12+0200", "%Y-%m-%dT%H:%M:%S%z"))
print(datetime.date.fromisocalendar(2024, 1, 1), datetime.datetime.fromisoformat("2024-05-03"))
print(locale.setlocale(locale.LC_ALL, "C.UTF-8"), locale.format_string("%d", 12345, grouping=True))
order = []
scheduler = sched.scheduler(time.monotonic, time.sleep)
scheduler.enter(0.02, 1, order.append, ("second",))
scheduler.enter(0.01, 1, order.append, ("first",))
scheduler.run()
print(order)
