import itertools

cells = {(0, 1), (1, 2), (2, 0), (2, 1), (2, 2)}


def step(cells):
    counts = {}
    for x, y in cells:
        for dx, dy in itertools.product((-1, 0, 1), repeat=2):
            if dx or dy:
                counts[x + dx, y + dy] = counts.get((x + dx, y + dy), 0) + 1
    return {cell for cell, count in counts.items() if count == 3 or count == 2 and cell in cells}


for _ in range(100):
    cells = step(cells)
print(sorted(cells))
