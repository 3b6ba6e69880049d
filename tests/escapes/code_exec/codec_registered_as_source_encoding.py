# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'
# env: PYTHONPATH={code}
# setup: printf '# coding: mine\npass\n' > {code}/harmless.py

# The file is honest, and is what is compiled; the codec turns it into another program.
import codecs
import io
import sys

text = sys.argv[1] + "\n"


class Decoder(codecs.IncrementalDecoder):
    def decode(self, data, final=False):
        return text if final else ""


class Reader(codecs.StreamReader):
    def decode(self, data, errors="strict"):
        return text, len(data)


def search(name):
    if name == "mine":
        return codecs.CodecInfo(
            codecs.utf_8_encode,
            lambda data, errors="strict": (text, len(data)),
            Reader,
            None,
            None,
            Decoder,
            name,
        )


codecs.register(search)
import harmless
