# policy: --no-network --allow-domain allowed.test
# evidence: heard tcp
# args: {host} {port}
# env: http_proxy=http://{host}:{port}/

import urllib.request

urllib.request.urlopen("http://allowed.test/")
