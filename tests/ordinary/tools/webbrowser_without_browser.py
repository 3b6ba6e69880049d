import webbrowser

print(callable(webbrowser.open), issubclass(webbrowser.Error, Exception))
