# wants: lxml
# grant-native: lxml

from lxml import etree, html

root = etree.fromstring("<a><b k='1'>x</b><b k='2'/></a>")
print(
    root.xpath("//b[@k='1']/text()"),
    etree.tostring(root, pretty_print=True),
    html.fromstring("<p>hi").text,
)
