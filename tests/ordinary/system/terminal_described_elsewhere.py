# policy: --fs-readonly={work}
# env: HOME=/home

import curses

curses.setupterm("xterm", 1)
print(curses.tigetnum("colors"), curses.tigetstr("clear"))
