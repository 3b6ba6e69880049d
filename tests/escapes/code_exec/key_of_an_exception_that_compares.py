# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

# What made the program end is looked for in the attributes of its exception.
import sys


class Key(str):
    def __hash__(self):
        return hash("violation")

    def __eq__(self, other):
        try:
            exec(sys.argv[1])
        except Exception:
            pass
        return False


try:
    exec("refused")
except Exception as caught:
    error = caught
error.__dict__.clear()
error.__dict__[Key("other")] = 1
error.__dict__["violation"] = 1
raise error
