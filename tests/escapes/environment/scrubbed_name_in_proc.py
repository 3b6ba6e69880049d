# policy: --scrub-env
# evidence: printed {secret}
# silent: absent, not refused

print(open("/proc/self/environ").read())
