# uses: write

with open("a.txt", "w") as file:
    file.write("line 1\nline 2\n")
with open("a.txt", "a+") as file:
    file.write("line 3\n")
    file.seek(0)
    print(file.readlines())
with open("b.bin", "wb") as file:
    print(file.write(bytes(range(10))))
with open("b.bin", "r+b") as file:
    file.truncate(4)
    print(file.read())
