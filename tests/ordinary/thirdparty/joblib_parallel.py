# uses: environment code_exec write subprocess localhost native read
# wants: joblib

from math import sqrt

import joblib

if __name__ == "__main__":
    print(joblib.Parallel(n_jobs=2)(joblib.delayed(sqrt)(n) for n in range(6)))
    print(joblib.Parallel(n_jobs=2, prefer="threads")(joblib.delayed(pow)(n, 2) for n in range(4)))
