#include "profiles/stack_text.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "absl/strings/escaping.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "profiles/absl_view.h"
#include "profiles/option_value.h"

namespace hermetic {
namespace {

constexpr absl::string_view kHeader = "hermetic-policy-stack 1";
constexpr absl::string_view kLevel = "level";
constexpr absl::string_view kEnd = "end";

void AppendLevel(const PolicyWithOrigins& level, std::string* text) {
  for (const Option& option : AllOptions()) {
    const std::vector<Origin>& origins = level.origins[OptionIndex(option)];
    const std::vector<std::string> values = ReadValues(option, level.policy);
    if (origins.empty() && values == ReadValues(option, Policy())) continue;
    for (size_t i = 0; i < values.size(); ++i) {
      absl::StrAppend(text, KeyName(option), "\t", absl::Utf8SafeCEscape(values[i]));
      if (i < origins.size()) {
        absl::StrAppend(text, "\t", static_cast<int>(origins[i].source), "\t",
                        absl::Utf8SafeCEscape(origins[i].text));
      }
      absl::StrAppend(text, "\n");
    }
  }
}

// key TAB value [TAB source TAB origin]
bool ParseValue(absl::string_view line, PolicyWithOrigins* level) {
  const std::vector<absl::string_view> parts = absl::StrSplit(line, '\t');
  if (parts.size() != 2 && parts.size() != 4) return false;
  const Option* option = FindKey({parts[0].data(), parts[0].size()});
  std::string value;
  if (option == nullptr || !absl::CUnescape(parts[1], &value)) return false;
  if (!StoreValue(*option, value, &level->policy).ok()) return false;
  if (parts.size() == 2) return true;

  int source = 0;
  Origin origin;
  if (!absl::SimpleAtoi(parts[2], &source) || source < 0 ||
      source > static_cast<int>(SourceKind::kParent) || !absl::CUnescape(parts[3], &origin.text)) {
    return false;
  }
  origin.source = static_cast<SourceKind>(source);
  level->origins[OptionIndex(*option)].push_back(std::move(origin));
  return true;
}

}  // namespace

std::string SerializeStack(const PolicyStack& stack) {
  std::string text = absl::StrCat(kHeader, "\n");
  for (const PolicyWithOrigins& level : stack) {
    absl::StrAppend(&text, kLevel, "\n");
    AppendLevel(level, &text);
  }
  absl::StrAppend(&text, kEnd, "\n");
  return text;
}

absl::StatusOr<PolicyStack> ParseStack(std::string_view text) {
  const absl::Status bad = absl::InvalidArgumentError("not a stack of policies of this version");
  std::vector<absl::string_view> lines = absl::StrSplit(AbslView(text), '\n');
  const bool complete = lines.size() >= 3 && lines.front() == kHeader && lines.back().empty() &&
                        lines[lines.size() - 2] == kEnd;
  if (!complete) return bad;
  PolicyStack stack;
  for (size_t i = 1; i + 2 < lines.size(); ++i) {
    if (lines[i] == kLevel) {
      stack.emplace_back();
    } else if (stack.empty() || !ParseValue(lines[i], &stack.back())) {
      return bad;
    }
  }
  return stack;
}

}  // namespace hermetic
