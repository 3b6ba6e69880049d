# policy: --no-environment
# evidence: printed {secret}
# needs: python<3.13

import warnings

warnings.simplefilter("ignore")
import cgi

cgi.print_environ()
