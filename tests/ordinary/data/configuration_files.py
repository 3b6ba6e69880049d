import configparser
import io
import tomllib

parser = configparser.ConfigParser()
parser.read_string("[a]\nx=1\ny=%(x)s2\n[b]\nflag=yes\n")
print(parser["a"]["y"], parser.getboolean("b", "flag"))
out = io.StringIO()
parser.write(out)
print(out.getvalue(), tomllib.loads("k = [1, 2]\n[t]\nd = 2020-01-01\n"))
