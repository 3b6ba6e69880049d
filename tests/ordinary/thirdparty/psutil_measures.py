# uses: read environment
# wants: psutil
# grant-native: psutil

import os

import psutil

process = psutil.Process()
print(
    process.pid == os.getpid(),
    process.memory_info().rss > 0,
    psutil.cpu_count() > 0,
    psutil.virtual_memory().total > 0,
)
