// Recognises python3's own options without acting on them, exactly as CPython's
// Python/getopt.c does (3.11 to 3.13: the same letters and long names, no
// abbreviations, no --name=value).
#ifndef HERMETIC_HOST_PYTHON_OPTIONS_H_
#define HERMETIC_HOST_PYTHON_OPTIONS_H_

#include <cstdint>

#include "absl/strings/string_view.h"

namespace hermetic::host {

enum class PythonWord : uint8_t {
  kOperand,         // A script, or "-": the target.
  kEndOfOptions,    // "--": what follows is the target, whatever it looks like.
  kOptions,         // One option or a cluster, complete in itself.
  kOptionsAndArg,   // The next word is the argument of the last one (-W, -X, ...).
  kCommand,         // Ends in -c with its operand in the same word.
  kCommandThenArg,  // Ends in -c; the next word is the operand.
  kModule,
  kModuleThenArg,
  kUnknown,  // CPython refuses it.
};

PythonWord ClassifyPythonWord(absl::string_view word);

}  // namespace hermetic::host

#endif  // HERMETIC_HOST_PYTHON_OPTIONS_H_
