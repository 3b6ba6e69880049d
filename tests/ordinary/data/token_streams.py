import io
import keyword
import symtable
import tokenize

tokens = tokenize.generate_tokens(io.StringIO("x = 1 + y\n").readline)
print([token.string for token in tokens], keyword.iskeyword("for"))
