# policy: --no-environment
# evidence: printed {secret}
# silent: it may be empty or refused

print(open("/proc/self/environ").read())
