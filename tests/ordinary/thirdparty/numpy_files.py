# uses: write
# wants: numpy
# grant-native: numpy
# falls-back: numpy does without ctypes

import numpy as np

np.save("a.npy", np.arange(10))
np.savez_compressed("b.npz", x=np.ones(3))
print(np.load("a.npy").sum(), np.load("b.npz")["x"], np.load("a.npy", mmap_mode="r")[3])
np.savetxt("t.csv", [[1, 2], [3, 4]], delimiter=",")
print(np.loadtxt("t.csv", delimiter=","))
