# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import sys
import urllib.robotparser

urllib.robotparser.RobotFileParser("http://%s:%s/robots.txt" % tuple(sys.argv[1:])).read()
