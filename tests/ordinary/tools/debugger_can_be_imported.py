import bdb
import code
import codeop
import pdb

print(pdb.Pdb.__name__, bdb.Breakpoint.__name__, code.InteractiveConsole.__name__)
