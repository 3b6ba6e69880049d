import http.cookies
import mimetypes
import urllib.parse

print(
    urllib.parse.urlsplit("https://u@h:1/p?q=1#f"),
    urllib.parse.parse_qs("a=1&a=2"),
    urllib.parse.urljoin("http://a/b/c", "../d"),
)
print(
    mimetypes.guess_type("x.html"),
    http.cookies.SimpleCookie("a=1; b=2")["b"].value,
    urllib.parse.quote("\u00e9/"),
)
