# policy: --fs-readonly --allow-write {inside}
# evidence: created {mark}
# args: {mark}
# setup: ln -s {outside} {inside}/link

open("link/mark", "w")
