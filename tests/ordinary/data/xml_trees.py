import xml.dom.minidom
import xml.etree.ElementTree as tree
import xml.sax
import xml.sax.handler

document = tree.fromstring("<root><item k='1'>a</item><item k='2'>b</item></root>")
print([(item.get("k"), item.text) for item in document.iter("item")], tree.tostring(document))
print(xml.dom.minidom.parseString("<a><b/></a>").toprettyxml(indent=" "))


class Handler(xml.sax.handler.ContentHandler):
    def startElement(self, name, attrs):
        print("start", name)


xml.sax.parseString(b"<x><y/></x>", Handler())
