#include "profiles/near_names.h"

#include <algorithm>
#include <numeric>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace hermetic {
namespace {

// Levenshtein's distance, one row of the matrix at a time.
size_t Distance(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), size_t{0});
  for (size_t i = 0; i < a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i + 1;
    for (size_t j = 0; j < b.size(); ++j) {
      const size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({changed, row[j] + 1, diagonal + 1});
    }
  }
  return row.back();
}

}  // namespace

std::vector<std::string> NearNames(std::string_view wrong, absl::Span<const std::string> names) {
  const size_t most = std::min<size_t>(2, (wrong.size() + 3) / 4);
  std::vector<std::string> near;
  for (const std::string& name : names) {
    if (Distance(wrong, name) <= most) near.push_back(name);
  }
  return near;
}

std::string DidYouMean(std::string_view wrong, absl::Span<const std::string> names) {
  const std::vector<std::string> near = NearNames(wrong, names);
  return near.empty() ? "" : absl::StrCat("; did you mean ", absl::StrJoin(near, " or "), "?");
}

}  // namespace hermetic
