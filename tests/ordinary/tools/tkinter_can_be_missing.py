try:
    import tkinter

    print("there")
except ImportError:
    print("missing")
