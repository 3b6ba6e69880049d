# policy: --no-environment
# evidence: printed {secret}
# silent: it may be empty or refused

print(open("/proc/thread-self/environ").read())
