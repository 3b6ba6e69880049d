# policy: --fs-readonly={inside}
# evidence: printed {secret}

print(open("/proc/self/cwd/../outside/secret.txt").read())
