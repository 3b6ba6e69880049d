# policy: --fs-readonly={inside}
# evidence: printed {secret}
# args: {outside}
# setup: python3 -c "import struct; i=b'm\0'; s=b'{secret}\0'; open('{outside}/d.mo','wb').write(struct.pack('<7I', 0x950412de, 0, 1, 28, 36, 0, 44) + struct.pack('<4I', 1, 44, len(s)-1, 46) + i + s)"

import gettext
import sys

print(gettext.GNUTranslations(open(sys.argv[1] + "/d.mo", "rb")).gettext("m"))
