#include "profiles/option_value.h"

#include <stdlib.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <memory>
#include <optional>

#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "profiles/absl_view.h"
#include "profiles/host_pattern.h"
#include "profiles/utf8.h"

namespace hermetic {
namespace {

using Canonical = absl::StatusOr<std::string>;

struct Word {
  std::string_view text;
  int value;
};
constexpr Word kKernelWords[] = {{"auto", static_cast<int>(KernelMode::kAuto)},
                                 {"require", static_cast<int>(KernelMode::kRequire)},
                                 {"off", static_cast<int>(KernelMode::kOff)}};
constexpr Word kViolationWords[] = {{"raise", static_cast<int>(OnViolation::kRaise)},
                                    {"oserror", static_cast<int>(OnViolation::kOsError)},
                                    {"kill", static_cast<int>(OnViolation::kKill)},
                                    {"log", static_cast<int>(OnViolation::kLog)}};
constexpr Word kBoolWords[] = {{"true", 1}, {"false", 0}};

const Word* FindWord(absl::Span<const Word> words, std::string_view text) {
  const auto* found =
      std::find_if(words.begin(), words.end(), [&](const Word& w) { return w.text == text; });
  return found == words.end() ? nullptr : found;
}

std::string_view WordFor(absl::Span<const Word> words, int value) {
  const auto* found =
      std::find_if(words.begin(), words.end(), [&](const Word& w) { return w.value == value; });
  return found->text;
}

absl::Status Bad(std::string_view value, std::string_view problem) {
  return absl::InvalidArgumentError(absl::StrCat(Quoted(value), " ", AbslView(problem)));
}

template <size_t N>
Canonical OneOf(const Word (&words)[N], std::string_view value, std::string_view expected) {
  if (FindWord(words, value) != nullptr) return std::string{value};
  return Bad(value, absl::StrCat("is not ", AbslView(expected)));
}

bool AllDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), absl::ascii_isdigit);
}

Canonical Size(std::string_view value) {
  constexpr absl::string_view kUnits = "KMGT";
  absl::string_view number = AbslView(value);
  if (!absl::ConsumeSuffix(&number, "iB")) absl::ConsumeSuffix(&number, "B");
  int shift = 0;
  const size_t unit = number.empty() ? kUnits.npos : kUnits.find(number.back());
  if (unit != kUnits.npos) {
    number.remove_suffix(1);
    shift = 10 * (static_cast<int>(unit) + 1);
  }
  // 512MB could mean either of two sizes, 512iB none.
  const bool unclear =
      (shift != 0) != absl::EndsWith(AbslView(value), "iB") && absl::EndsWith(AbslView(value), "B");
  int64_t bytes = 0;
  if (!AllDigits({number.data(), number.size()}) || unclear || !absl::SimpleAtoi(number, &bytes) ||
      bytes <= 0 || bytes > (INT64_MAX >> shift)) {
    return Bad(value, "is not a size, such as 512M or 1GiB");
  }
  return absl::StrCat(bytes << shift);
}

Canonical Duration(std::string_view value) {
  absl::Duration duration;
  const std::string text =
      AllDigits(value) ? absl::StrCat(AbslView(value), "s") : std::string(value);
  if (!absl::ParseDuration(text, &duration) || duration <= absl::ZeroDuration() ||
      duration == absl::InfiniteDuration()) {
    return Bad(value, "is not a duration, such as 30s or 5m");
  }
  return absl::FormatDuration(duration);
}

Canonical Count(std::string_view value) {
  int64_t count = 0;
  if (!AllDigits(value) || !absl::SimpleAtoi(AbslView(value), &count) || count <= 0) {
    return Bad(value, "is not a number above 0");
  }
  return absl::StrCat(count);
}

std::string NormalPath(std::string_view value, std::string_view directory) {
  std::filesystem::path path = std::filesystem::path(directory) / std::filesystem::path(value);
  path = path.lexically_normal();
  // "/a/b/" has an empty last element.
  if (!path.has_filename() && path.has_relative_path()) path = path.parent_path();
  return path.string();
}

Canonical Directory(std::string_view value, std::string_view directory) {
  const std::string path = NormalPath(value, directory);
  const std::unique_ptr<char, decltype(&free)> resolved(realpath(path.c_str(), nullptr), &free);
  if (resolved == nullptr) return Bad(value, absl::StrCat("cannot be used: ", strerror(errno)));
  struct stat info = {};
  if (stat(resolved.get(), &info) != 0 || !S_ISDIR(info.st_mode)) {
    return Bad(value, "is not a directory");
  }
  return std::string(resolved.get());
}

Canonical Variable(std::string_view value) {
  const std::string_view name = value.substr(0, value.find('*'));
  if (name.empty() || absl::StrContains(AbslView(value), '=') || value.size() > name.size() + 1) {
    return Bad(value, "is not the name of a variable, such as HOME or LC_*");
  }
  return std::string(value);
}

Canonical Module(std::string_view value) {
  for (absl::string_view part : absl::StrSplit(AbslView(value), '.')) {
    // Identifiers may hold any letter of Unicode; what matters here is that
    // "a b", "a-b" and "pkg.*" do not look as if they protected something.
    const bool name = !part.empty() && !absl::ascii_isdigit(part.front()) &&
                      std::all_of(part.begin(), part.end(), [](unsigned char c) {
                        return c >= 0x80 || c == '_' || absl::ascii_isalnum(c);
                      });
    if (!name) return Bad(value, "is not the name of a module");
  }
  return std::string(value);
}

template <typename T>
Canonical WithValue(std::string_view value, const absl::StatusOr<T>& parsed, std::string text) {
  if (!parsed.ok()) return Bad(value, absl::StrCat("is refused: ", parsed.status().message()));
  return text;
}

template <class... Ts>
struct Overloaded : Ts... {
  using Ts::operator()...;
};
template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

}  // namespace

Canonical CanonicalValue(OptionKind kind, std::string_view value, std::string_view directory) {
  if (value.empty()) return absl::InvalidArgumentError("the value is empty");
  if (!IsUtf8(value)) return Bad(value, "is not UTF-8");
  if (absl::StrContains(AbslView(value), '\0')) return Bad(value, "holds a null byte");
  switch (kind) {
    case OptionKind::kFlag:
    case OptionKind::kFlagOrRoot:
      return OneOf(kBoolWords, value, "true or false");
    case OptionKind::kKernelMode:
      return OneOf(kKernelWords, value, "auto, require or off");
    case OptionKind::kOnViolation:
      return OneOf(kViolationWords, value, "raise, oserror, kill or log");
    case OptionKind::kDirectory:
      return Directory(value, directory);
    case OptionKind::kPath:
    case OptionKind::kPathList:
      return NormalPath(value, directory);
    case OptionKind::kExecutableList:
      return absl::StrContains(AbslView(value), '/') ? NormalPath(value, directory)
                                                     : std::string(value);
    case OptionKind::kSize:
      return Size(value);
    case OptionKind::kDuration:
      return Duration(value);
    case OptionKind::kCount:
      return Count(value);
    case OptionKind::kDomainList: {
      const absl::StatusOr<std::string> domain = ParseDomain(value);
      return WithValue(value, domain, domain.value_or(""));
    }
    case OptionKind::kHostList:
      return WithValue(value, ParseHostPattern(value), absl::AsciiStrToLower(AbslView(value)));
    case OptionKind::kVariableList:
      return Variable(value);
    case OptionKind::kModuleList:
      return Module(value);
  }
  return absl::InternalError("unknown kind of option");
}

absl::Status StoreValue(const Option& option, std::string_view canonical, Policy* policy) {
  const auto word = [&](absl::Span<const Word> words) { return FindWord(words, canonical); };
  const bool stored = std::visit(
      Overloaded{[&](bool Policy::*field) {
                   const Word* found = word(kBoolWords);
                   if (found != nullptr) policy->*field = found->value != 0;
                   return found != nullptr;
                 },
                 [&](KernelMode Policy::*field) {
                   const Word* found = word(kKernelWords);
                   if (found != nullptr) policy->*field = static_cast<KernelMode>(found->value);
                   return found != nullptr;
                 },
                 [&](OnViolation Policy::*field) {
                   const Word* found = word(kViolationWords);
                   if (found != nullptr) policy->*field = static_cast<OnViolation>(found->value);
                   return found != nullptr;
                 },
                 [&](std::string Policy::*field) {
                   policy->*field = std::string(canonical);
                   return true;
                 },
                 [&](std::vector<std::string> Policy::*field) {
                   std::vector<std::string>& list = policy->*field;
                   if (std::find(list.begin(), list.end(), canonical) == list.end()) {
                     list.emplace_back(canonical);
                   }
                   return true;
                 },
                 [&](std::optional<int64_t> Policy::*field) {
                   int64_t number = 0;
                   const bool ok = absl::SimpleAtoi(AbslView(canonical), &number);
                   if (ok) policy->*field = number;
                   return ok;
                 },
                 [&](std::optional<absl::Duration> Policy::*field) {
                   absl::Duration duration;
                   const bool ok = absl::ParseDuration(std::string(canonical), &duration);
                   if (ok) policy->*field = duration;
                   return ok;
                 }},
      option.field);
  return stored ? absl::OkStatus()
                : Bad(canonical, absl::StrCat("is no value of ", AbslView(option.name)));
}

std::vector<std::string> ReadValues(const Option& option, const Policy& policy) {
  using Values = std::vector<std::string>;
  return std::visit(
      Overloaded{
          [&](bool Policy::*field) { return Values{policy.*field ? "true" : "false"}; },
          [&](KernelMode Policy::*field) {
            return Values{std::string(WordFor(kKernelWords, static_cast<int>(policy.*field)))};
          },
          [&](OnViolation Policy::*field) {
            return Values{std::string(WordFor(kViolationWords, static_cast<int>(policy.*field)))};
          },
          [&](std::string Policy::*field) {
            return (policy.*field).empty() ? Values{} : Values{policy.*field};
          },
          [&](std::vector<std::string> Policy::*field) { return policy.*field; },
          [&](std::optional<int64_t> Policy::*field) {
            return policy.*field ? Values{absl::StrCat(*(policy.*field))} : Values{};
          },
          [&](std::optional<absl::Duration> Policy::*field) {
            return policy.*field ? Values{absl::FormatDuration(*(policy.*field))} : Values{};
          }},
      option.field);
}

std::string Quoted(std::string_view value) {
  return absl::StrCat(
      "\"",
      IsUtf8(value) ? absl::Utf8SafeCEscape(AbslView(value)) : absl::CHexEscape(AbslView(value)),
      "\"");
}

}  // namespace hermetic
