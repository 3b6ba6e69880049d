import html
from html.parser import HTMLParser


class Links(HTMLParser):
    def handle_starttag(self, tag, attrs):
        print(tag, attrs)


Links().feed("<a href='x'>y</a><img src=z>")
print(html.escape("<&>"), html.unescape("&eacute;"))
