# policy: --no-environment
# evidence: printed {secret}
# needs: python<3.13
# silent: a reader in the standard library may find it absent

import warnings

warnings.simplefilter("ignore")
import cgi

cgi.print_environ()
