# wants: pillow
# grant-native: PIL

import io

from PIL import Image, ImageDraw

picture = Image.new("RGB", (20, 10), "white")
ImageDraw.Draw(picture).rectangle((2, 2, 8, 8), fill="red")
out = io.BytesIO()
picture.save(out, "PNG")
print(Image.open(io.BytesIO(out.getvalue())).size, picture.resize((4, 2)).getpixel((1, 0)))
