# uses: environment
# wants: tqdm tenacity

import io

import tenacity
from tqdm import tqdm

print(sum(tqdm(range(100), file=io.StringIO())))
attempts = []


@tenacity.retry(stop=tenacity.stop_after_attempt(3), wait=tenacity.wait_none())
def flaky():
    attempts.append(1)
    if len(attempts) < 3:
        raise OSError
    return "done"


print(flaky(), len(attempts))
