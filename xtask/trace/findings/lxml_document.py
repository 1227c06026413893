"""A document of 100 000 elements read, searched, and written: Cython."""

from beside import watched
from lxml import etree

text = b"<root>" + b"".join(b'<item id="%d"><name>item %d</name></item>' % (n, n) for n in range(100_000)) + b"</root>"
root = etree.fromstring(text)
watched(
    lambda: etree.fromstring(text),
    lambda: root.xpath("//item[@id mod 7 = 0]/name/text()"),
    lambda: etree.tostring(root),
    lambda: [item.get("id") for item in root],
)
