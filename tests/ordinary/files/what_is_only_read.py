# uses: read
# setup: /usr/bin/env python3 -c "import sqlite3, shelve; c = sqlite3.connect('d.db'); c.execute('create table t(a)'); c.execute('insert into t values (1)'); c.commit(); s = shelve.open('shelf', 'n'); s.close(); open('n.zip', 'wb').write(b'PK\5\6' + bytes(18)); open('box', 'w').write('From x')"

import dbm
import io
import mmap
import os
import pathlib
import pdb
import sqlite3
import zipfile

print(sqlite3.connect("d.db").execute("select * from t").fetchall())
print(sqlite3.connect("file:d.db?mode=ro", uri=True).execute("select max(a) from t").fetchall())
print(dbm.whichdb("shelf"), zipfile.ZipFile("n.zip").namelist())
with open("box", "rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_COPY) as view:
    view[:4] = b"from"
    print(view[:4])
print(pdb.Pdb(stdout=io.StringIO()).prompt)
os.makedirs(os.getcwd(), exist_ok=True)
pathlib.Path(".").mkdir(parents=True, exist_ok=True)
try:
    os.mkdir("box")
except FileExistsError as error:
    print(error)
