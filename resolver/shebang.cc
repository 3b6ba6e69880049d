#include "resolver/shebang.h"

#include <algorithm>
#include <array>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/strip.h"
#include "resolver/file_facts.h"

namespace hermetic::resolver {
namespace {

using Words = std::vector<std::string>;

constexpr absl::string_view kByteOrderMark = "\xef\xbb\xbf";

// Both a Python string and a shell command: sh runs exec and never reads on,
// Python sees a string that ends on the third line (distlib, uv, virtualenv).
constexpr absl::string_view kExecTrick = "'''exec' ";

// How relocatable environments (uv, virtualenv) name their own directory, in
// the quotes that they write.
constexpr std::array<absl::string_view, 2> kScriptDirectory = {
    R"sh("$(dirname -- "$(realpath -- "$0")")")sh",
    R"sh("$(dirname -- "$0")")sh",
};

absl::string_view FirstLine(absl::string_view text) { return text.substr(0, text.find('\n')); }

// Words as sh and `env -S` split them: quotes and backslashes, no expansion.
Words SplitWords(absl::string_view text) {
  Words words;
  bool in_word = false;
  char quote = '\0';
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quote == '\0' && absl::ascii_isspace(static_cast<unsigned char>(c))) {
      in_word = false;
      continue;
    }
    if (!in_word) words.emplace_back();
    in_word = true;
    if (quote == '\0' && (c == '\'' || c == '"')) {
      quote = c;
    } else if (c == quote) {
      quote = '\0';
    } else if (c == '\\' && quote != '\'' && i + 1 < text.size()) {
      words.back() += text[++i];
    } else {
      words.back() += c;
    }
  }
  return words;
}

// `env [-S] [NAME=VALUE]... NAME [ARG]...`. The kernel hands env everything as
// one argument, which only -S splits; without it there is a name alone.
absl::StatusOr<std::optional<Shebang>> ParseEnv(absl::string_view arguments,
                                                const std::string& script) {
  for (const absl::string_view option : {"-S", "-vS", "--split-string=", "--split-string"}) {
    if (absl::ConsumePrefix(&arguments, option)) break;
  }
  Shebang shebang{.by_env = true};
  for (std::string& word : SplitWords(arguments)) {
    const size_t equals = word.find('=');
    if (!shebang.interpreter.empty()) {
      shebang.arguments.push_back(std::move(word));
    } else if (word == "--" || word == "-") {
      continue;
    } else if (word[0] == '-') {
      return absl::InvalidArgumentError(
          absl::StrCat("'", Shown(script), "': env option ", word, " in its first line"));
    } else if (equals != std::string::npos) {
      shebang.assignments.emplace_back(word.substr(0, equals), word.substr(equals + 1));
    } else {
      shebang.interpreter = std::move(word);
    }
  }
  if (shebang.interpreter.empty()) return std::nullopt;
  if (absl::StrContains(shebang.interpreter, '/')) shebang.by_env = false;
  return shebang;
}

std::optional<Shebang> ParseExecTrick(absl::string_view line, const std::string& script) {
  const std::string quoted_directory =
      absl::StrCat("'", DirectoryOf(RealPath(script)), "'");  // Installers refuse quotes in paths.
  std::string text(line);
  for (const absl::string_view form : kScriptDirectory) {
    absl::StrReplaceAll({{form, quoted_directory}}, &text);
  }
  Shebang shebang;
  for (std::string& word : SplitWords(text)) {
    if (word == "$0") break;
    if (shebang.interpreter.empty()) {
      shebang.interpreter = std::move(word);
    } else {
      shebang.arguments.push_back(std::move(word));
    }
  }
  if (shebang.interpreter.empty()) return std::nullopt;
  return shebang;
}

}  // namespace

absl::StatusOr<std::optional<Shebang>> ParseShebang(absl::string_view head,
                                                    const std::string& script) {
  absl::ConsumePrefix(&head, kByteOrderMark);
  if (!absl::ConsumePrefix(&head, "#!")) return std::nullopt;
  const absl::string_view line = absl::StripAsciiWhitespace(FirstLine(head));
  const size_t end = line.find_first_of(" \t");
  const absl::string_view interpreter = line.substr(0, end);
  const absl::string_view rest =
      end == absl::string_view::npos ? "" : absl::StripAsciiWhitespace(line.substr(end));
  if (interpreter.empty()) return std::nullopt;

  if (BasenameOf(interpreter) == "env") return ParseEnv(rest, script);
  if (BasenameOf(interpreter) == "sh") {
    absl::string_view second = head.substr(std::min(head.size(), FirstLine(head).size() + 1));
    if (absl::ConsumePrefix(&second, kExecTrick)) return ParseExecTrick(FirstLine(second), script);
  }
  Shebang shebang{.interpreter = std::string{interpreter}};
  // One argument, spaces and all: that is what the kernel passes on.
  if (!rest.empty()) shebang.arguments.emplace_back(rest);
  return shebang;
}

bool IsPythonName(absl::string_view name) {
  absl::ConsumePrefix(&name, "hermetic-");
  if (!absl::ConsumePrefix(&name, "python") && !absl::ConsumePrefix(&name, "pypy")) return false;
  while (!name.empty() &&
         (absl::ascii_isdigit(static_cast<unsigned char>(name[0])) || name[0] == '.')) {
    name.remove_prefix(1);
  }
  return name.empty() || name == "t" || name == "d" || name == "-dbg";
}

std::string VersionInName(absl::string_view name) {
  if (!IsPythonName(name)) return "";
  const size_t digit = name.find_first_of("0123456789");
  if (digit == absl::string_view::npos) return "";
  name.remove_prefix(digit);
  const absl::string_view version = name.substr(0, name.find_first_not_of("0123456789."));
  return absl::StrContains(version, '.') ? std::string{version} : "";
}

}  // namespace hermetic::resolver
