import curses
import readline

print(curses.version != b"", readline.get_history_length() <= 0)
