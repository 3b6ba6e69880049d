# wants: beautifulsoup4
# falls-back: charset_normalizer has a version without native code

from bs4 import BeautifulSoup

soup = BeautifulSoup("<ul><li class=a>1<li>2</ul>", "html.parser")
print([li.get_text() for li in soup.find_all("li")], soup.select_one(".a").name)
