import getopt
import optparse
import shlex

print(shlex.split("a 'b c' d\\ e"), shlex.join(["a b", "c"]), getopt.getopt(["-a", "1", "x"], "a:"))
parser = optparse.OptionParser()
parser.add_option("-n", type="int", default=3)
print(parser.parse_args(["-n", "5", "rest"])[1])
