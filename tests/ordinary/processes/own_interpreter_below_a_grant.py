# policy: --no-network --allow-domain example.org --allow-host 127.0.0.1

import multiprocessing
import subprocess
import sys


def double(n):
    return n * 2


if __name__ == "__main__":
    print(subprocess.run([sys.executable, "-c", "print('child')"], capture_output=True).stdout)
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        print(pool.map(double, range(3)))
