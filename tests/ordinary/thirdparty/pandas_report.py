# uses: environment
# wants: pandas
# grant-native: pandas numpy ctypes
# grant-code-exec: pandas numpy

import io

import pandas as pd

frame = pd.read_csv(
    io.StringIO("day,item,n\n2024-01-01,a,3\n2024-01-02,b,4\n2024-01-03,a,5\n"), parse_dates=["day"]
)
print(frame.groupby("item")["n"].agg(["sum", "mean"]))
print(frame.set_index("day").resample("2D")["n"].sum())
print(
    frame.merge(pd.DataFrame({"item": ["a"], "price": [2.5]}), how="left").to_json(orient="records")
)
print(frame.query("n > 3").shape, frame.describe().loc["mean", "n"])
