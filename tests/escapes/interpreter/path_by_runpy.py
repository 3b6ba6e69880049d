# policy: --no-interpreter-mutation
# evidence: printed {answer}
# args: {code}/app
# setup: mkdir {code}/app && cp {code}/evil.py {code}/app/__main__.py

# run_path puts a folder at the front of sys.path.
import runpy
import sys

runpy.run_path(sys.argv[1])
