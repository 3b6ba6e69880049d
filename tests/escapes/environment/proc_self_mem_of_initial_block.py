# policy: --no-environment
# evidence: printed {secret}
# silent: it may be empty or refused

# The kernel tells the addresses of the initial block in /proc/self/stat.
with open("/proc/self/stat") as stat, open("/proc/self/mem", "rb") as memory:
    fields = stat.read().rsplit(")", 1)[1].split()
    start, end = int(fields[47]), int(fields[48])
    memory.seek(start)
    print(memory.read(end - start))
