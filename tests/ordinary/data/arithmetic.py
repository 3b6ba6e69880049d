import cmath
import decimal
import fractions
import math
import random
import statistics

print(decimal.Decimal("0.1") * 3, fractions.Fraction(1, 3) + 1, math.comb(50, 25), cmath.sqrt(-4))
with decimal.localcontext() as context:
    context.prec = 50
    print(decimal.Decimal(2).sqrt())
random.seed(7)
print(
    random.randint(1, 10**6),
    random.sample(range(100), 5),
    statistics.stdev([1, 2, 4, 8]),
    statistics.NormalDist(0, 1).cdf(1),
)
