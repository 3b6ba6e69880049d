#include "host/python_options.h"

namespace hermetic::host {
namespace {

// SHORT_OPTS of Python/getopt.c. J is in neither list: CPython refuses it.
constexpr absl::string_view kAlone = "bBdEhiIOPqRsStuvVx?";
constexpr absl::string_view kWithArg = "WX";

PythonWord ClassifyLong(absl::string_view name) {
  if (name == "check-hash-based-pycs") return PythonWord::kOptionsAndArg;
  const bool known = name == "help-all" || name == "help-env" || name == "help-xoptions";
  return known ? PythonWord::kOptions : PythonWord::kUnknown;
}

}  // namespace

PythonWord ClassifyPythonWord(absl::string_view word) {
  if (word.empty() || word[0] != '-' || word == "-") return PythonWord::kOperand;
  if (word == "--") return PythonWord::kEndOfOptions;
  if (word == "--help" || word == "--version") return PythonWord::kOptions;
  for (size_t i = 1; i < word.size(); ++i) {
    const char letter = word[i];
    const bool last = i + 1 == word.size();
    // Anywhere in a cluster, "-bb-help-env" included.
    if (letter == '-') return ClassifyLong(word.substr(i + 1));
    if (letter == 'c') return last ? PythonWord::kCommandThenArg : PythonWord::kCommand;
    if (letter == 'm') return last ? PythonWord::kModuleThenArg : PythonWord::kModule;
    if (kWithArg.find(letter) != kWithArg.npos) {
      return last ? PythonWord::kOptionsAndArg : PythonWord::kOptions;
    }
    if (kAlone.find(letter) == kAlone.npos) return PythonWord::kUnknown;
  }
  return PythonWord::kOptions;
}

}  // namespace hermetic::host
