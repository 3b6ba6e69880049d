# policy: --no-environment
# evidence: printed {secret}
# silent: it may be absent or refused

with open("/proc/self/maps") as maps, open("/proc/self/mem", "rb", 0) as memory:
    for line in maps:
        span, rights = line.split()[:2]
        start, end = (int(part, 16) for part in span.split("-"))
        if rights.startswith("rw") and end - start < 1 << 28:
            memory.seek(start)
            try:
                data = memory.read(end - start)
            except OSError:
                continue
            at = data.find(b"CANARY_" + b"SECRET=")
            if at >= 0:
                print(data[at : at + 60])
