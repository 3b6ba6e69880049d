# uses: write localhost

import contextlib
import io
import json
import logging
import logging.config
import logging.handlers
import os
import queue
import sys
import threading
import warnings


class Json(logging.Formatter):
    def format(self, record):
        return json.dumps(
            {"level": record.levelname, "text": record.getMessage(), "by": record.name}
        )


class Once(logging.Filter):
    seen = set()

    def filter(self, record):
        return record.msg not in self.seen and not self.seen.add(record.msg)


logging.config.dictConfig(
    {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "plain": {"format": "%(levelname)-8s %(funcName)s:%(lineno)d %(message)s"},
            "json": {"()": Json},
        },
        "filters": {"once": {"()": Once}},
        "handlers": {
            "out": {
                "class": "logging.StreamHandler",
                "stream": "ext://sys.stdout",
                "formatter": "plain",
                "filters": ["once"],
            },
            "file": {
                "class": "logging.handlers.RotatingFileHandler",
                "filename": "app.log",
                "maxBytes": 200,
                "backupCount": 2,
                "formatter": "json",
            },
            "timed": {
                "class": "logging.handlers.TimedRotatingFileHandler",
                "filename": "timed.log",
                "when": "D",
                "delay": True,
            },
        },
        "loggers": {
            "app": {"handlers": ["out", "file", "timed"], "level": "DEBUG", "propagate": False}
        },
    }
)
log = logging.getLogger("app")
child = log.getChild("part")
for n in range(6):
    child.debug("same")
    log.warning("number %d of %s", n, {"a": 1})
try:
    1 / 0
except ZeroDivisionError:
    log.exception("failed")
log.error("with stack", stack_info=True)
print(sorted(os.listdir(".")), json.loads(open("app.log").readline())["level"])
watched = logging.handlers.WatchedFileHandler("watched.log")
log.addHandler(watched)
os.rename("watched.log", "old.log")
log.info("after the move")
print(open("watched.log").read())
log.removeHandler(watched)

box = queue.Queue()
out = io.StringIO()
listener = logging.handlers.QueueListener(
    box, logging.StreamHandler(out), respect_handler_level=True
)
listener.start()
via = logging.getLogger("queued")
via.addHandler(logging.handlers.QueueHandler(box))
threads = [threading.Thread(target=via.warning, args=(f"from {n}",)) for n in range(3)]
for thread in threads:
    thread.start()
    thread.join()
listener.stop()
print(out.getvalue().split("\n"))
memory = logging.handlers.MemoryHandler(10, target=logging.StreamHandler(sys.stdout))
via.addHandler(memory)
via.error("flushes")
adapter = logging.LoggerAdapter(via, {"user": "ann"})
adapter.info("hidden")
print(via.isEnabledFor(logging.INFO), logging.getLevelName(25), adapter.extra)
logging.captureWarnings(True)
with contextlib.redirect_stderr(io.StringIO()) as err:
    logging.basicConfig(force=True, format="%(name)s %(message).20s")
    warnings.warn("captured")
print(err.getvalue()[:12])
logging.config.fileConfig(
    io.StringIO(
        "[loggers]\nkeys=root\n[handlers]\nkeys=h\n[formatters]\nkeys=f\n[logger_root]\nlevel=INFO\nhandlers=h\n"
        "[handler_h]\nclass=StreamHandler\nargs=(sys.stdout,)\nformatter=f\n[formatter_f]\nformat=ini %(message)s\n"
    )
) if "--ini" in sys.argv else None
syslog = logging.handlers.SysLogHandler(("127.0.0.1", 9))
syslog.emit(logging.makeLogRecord({"msg": "to nobody"}))
logging.shutdown()
