import io
import linecache
import sys
import traceback
import warnings


class Account:
    def __init__(self, balance):
        self.balance = balance

    def withdraw(self, amount):
        if amount > self.balance:
            raise ValueError(f"only {self.balance} left")
        self.balance -= amount


def pay(account, *amounts):
    for amount in amounts:
        try:
            account.withdraw(amount)
        except ValueError as error:
            raise RuntimeError("payment failed") from error


try:
    pay(Account(10), 4, 4, 4)
except RuntimeError:
    traceback.print_exc(file=sys.stdout)
    stack = traceback.TracebackException(*sys.exc_info(), capture_locals=True)
    print("".join(stack.format(chain=False)).count("amount = "))

try:
    raise ExceptionGroup("several", [ValueError(1), TypeError("two")])
except* ValueError as group:
    traceback.print_exception(group, file=sys.stdout)
except* TypeError as group:
    print(group.exceptions)

frames = traceback.extract_stack()
print([(frame.lineno, frame.line) for frame in frames][-1])
print(linecache.getline(__file__, 1).strip())
out = io.StringIO()
sys.stderr, saved = out, sys.stderr
warnings.warn("old", DeprecationWarning, stacklevel=1)
sys.stderr = saved
print(out.getvalue().splitlines()[1:])
error = ValueError("with a note")
error.add_note("the note")
print("".join(traceback.format_exception_only(error)))
