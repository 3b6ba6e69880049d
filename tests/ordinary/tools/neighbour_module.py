# A module beside the script is imported as usual.
import importlib

from neighbours import helper

print(helper.greet("you"), helper.Row(1, 2))
