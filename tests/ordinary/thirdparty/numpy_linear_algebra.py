# wants: numpy
# grant-native: numpy
# falls-back: numpy does without ctypes

import numpy as np

rng = np.random.default_rng(7)
a = rng.normal(size=(50, 50))
print(
    np.allclose(a @ np.linalg.inv(a), np.eye(50)),
    np.linalg.svd(a)[1].shape,
    np.fft.fft(np.arange(8)).round(3)[1],
)
print(
    np.array([[1, 2], [3, 4]]).T.tolist(),
    np.einsum("ij,jk->ik", np.ones((2, 3)), np.ones((3, 2))).sum(),
)
record = np.zeros(3, dtype=[("x", "f8"), ("n", "U5")])
print(record.dtype.names, np.busday_count("2024-01-01", "2024-02-01"))
