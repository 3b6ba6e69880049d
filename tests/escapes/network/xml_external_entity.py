# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import sys
import xml.sax
import xml.sax.handler
from io import StringIO

parser = xml.sax.make_parser()
parser.setFeature(xml.sax.handler.feature_external_ges, True)
parser.parse(
    StringIO('<!DOCTYPE a [<!ENTITY e SYSTEM "http://%s:%s/">]><a>&e;</a>' % tuple(sys.argv[1:]))
)
