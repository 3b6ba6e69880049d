# policy: --block-native
# evidence: printed {token}
# args: {token} {code}
# needs: module _ssl

# An OpenSSL configuration file names shared objects to load.
import os
import sys

token, folder = sys.argv[1:]
with open("openssl.cnf", "w") as file:
    file.write(
        "openssl_conf = a\n[a]\nproviders = b\n[b]\nmine = c\n[c]\nmodule = %s/none.so\nactivate = 1\n"
        % folder
    )
os.environ["OPENSSL_CONF"] = os.path.abspath("openssl.cnf")
os.mkfifo(folder + "/none.so")
if os.fork() == 0:
    os.open(folder + "/none.so", os.O_WRONLY)
    print(token, flush=True)
    os._exit(0)
import ssl

ssl.create_default_context()
