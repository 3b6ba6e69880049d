# policy: --block-native
# evidence: printed {token}
# args: {token}
# needs: python>=3.12
# needs: code import sqlite3; c = sqlite3.connect(":memory:"); c.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER); c.execute("select fts3_tokenizer('simple')")

# SQLite calls what such a pointer leads to.
import sqlite3
import sys

connection = sqlite3.connect(":memory:")
connection.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER)
(pointer,) = connection.execute("select fts3_tokenizer('simple')").fetchone()
connection.execute("select fts3_tokenizer('mine', ?)", (pointer,))
connection.execute("create virtual table t using fts3(tokenize=mine)")
print(sys.argv[1])
