#include "profiles/policy_listing.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "profiles/option_value.h"

namespace hermetic {
namespace {

constexpr int kCommentColumn = 36;

std::string Line(const std::string& text, const std::vector<Origin>& origins, size_t element) {
  if (element >= origins.size()) return absl::StrCat(text, "\n");
  return absl::StrFormat("%-*s  # %s\n", kCommentColumn, text, origins[element].text);
}

std::string TomlValue(const Option& option, const std::string& value) {
  const bool bare = !NeedsValue(option);
  return bare ? value : Quoted(value);
}

}  // namespace

std::string ListPolicy(const PolicyWithOrigins& policy) {
  std::string listing;
  for (const Option& option : AllOptions()) {
    const std::vector<Origin>& origins = policy.origins[OptionIndex(option)];
    const std::vector<std::string> values = ReadValues(option, policy.policy);
    if (values.empty() || (origins.empty() && values == ReadValues(option, Policy()))) continue;
    if (!IsList(option)) {
      absl::StrAppend(&listing,
                      Line(absl::StrCat(KeyName(option), " = ", TomlValue(option, values.front())),
                           origins, 0));
      continue;
    }
    absl::StrAppend(&listing, KeyName(option), " = [\n");
    for (size_t i = 0; i < values.size(); ++i) {
      absl::StrAppend(&listing,
                      Line(absl::StrCat("  ", TomlValue(option, values[i]), ","), origins, i));
    }
    absl::StrAppend(&listing, "]\n");
  }
  return listing.empty() ? "# no policy: everything is allowed, as in python3\n" : listing;
}

}  // namespace hermetic
