# policy: --deny-read {outside}
# evidence: printed {secret}

print(open("//proc//self/cwd/.././outside//secret.txt").read())
