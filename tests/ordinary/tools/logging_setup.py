import logging
import logging.config
import sys

logging.config.dictConfig(
    {
        "version": 1,
        "formatters": {"f": {"format": "%(levelname)s %(name)s %(funcName)s %(message)s"}},
        "handlers": {
            "h": {"class": "logging.StreamHandler", "formatter": "f", "stream": "ext://sys.stdout"}
        },
        "root": {"level": "INFO", "handlers": ["h"]},
    }
)


def work():
    logging.getLogger("app.part").info("working on %s", {"a": 1})
    try:
        1 / 0
    except ZeroDivisionError:
        logging.getLogger("app").error("failed", exc_info=False)


work()
print(logging.getLogger("app").getEffectiveLevel(), logging.getLevelName(20))
