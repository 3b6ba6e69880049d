# policy: --no-interpreter-mutation
# evidence: printed {answer}
# args: {code}
# env: PYTHONUSERBASE={code}/base
# setup: mkdir -p {code}/base/lib/python3.11/site-packages {code}/base/lib/python3.12/site-packages {code}/base/lib/python3.13/site-packages && for v in 11 12 13; do cp {code}/evil.py {code}/base/lib/python3.$v/site-packages/; done

import site
import sys

site.ENABLE_USER_SITE = True
site.USER_BASE = None
site.USER_SITE = None
site.addusersitepackages(set())
import evil
