# policy: --fs-readonly={inside}
# evidence: printed {secret}
# args: {inside}/l {outside}/c/LC_MESSAGES/d
# needs: code from locale import dgettext
# setup: python3 -c "import os, struct; os.makedirs('{outside}/c/LC_MESSAGES'); os.makedirs('{inside}/l/en/LC_MESSAGES'); i=b'm\0'; s=b'{secret}\0'; open('{outside}/c/LC_MESSAGES/d.mo','wb').write(struct.pack('<7I', 0x950412de, 0, 1, 28, 36, 0, 44) + struct.pack('<4I', 1, 44, len(s)-1, 46) + i + s)"

# The C library puts the domain into a path.
import locale
import os
import sys

os.environ["LANGUAGE"] = "en"
locale.setlocale(locale.LC_ALL, "C.UTF-8")
domain = "../" * 30 + sys.argv[2].lstrip("/")
locale.bindtextdomain(domain, sys.argv[1])
print(locale.dgettext(domain, "m"))
