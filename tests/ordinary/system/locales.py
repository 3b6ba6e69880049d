import calendar
import gettext
import locale

locale.setlocale(locale.LC_ALL, "")
print(locale.getlocale(), locale.format_string("%d", 1234567, grouping=True), calendar.day_name[0])
gettext.install("nothing")
print(
    gettext.gettext("text"),
    gettext.translation("nothing", fallback=True).gettext("x"),
    gettext.ngettext("one", "many", 2),
)
print(locale.getpreferredencoding(False), locale.strxfrm("a") != "")
