# uses: write

import logging
import logging.handlers
import os

handler = logging.handlers.RotatingFileHandler("app.log", maxBytes=100, backupCount=2)
logger = logging.getLogger("app")
logger.addHandler(handler)
for number in range(20):
    logger.warning("message %d", number)
handler.close()
print(sorted(os.listdir(".")))
