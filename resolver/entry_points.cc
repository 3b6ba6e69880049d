#include "resolver/entry_points.h"

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "resolver/file_facts.h"

namespace hermetic::resolver {
namespace {

constexpr absl::string_view kGroup = "[console_scripts]";
constexpr absl::string_view kFileName = "/entry_points.txt";
constexpr size_t kLongestFile = 1 << 20;

struct CloseDirectory {
  void operator()(DIR* directory) const { closedir(directory); }
};

// Non-ASCII letters may stand in identifiers; which ones is Python's to tell.
bool IsIdentifierByte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return absl::ascii_isalnum(byte) || c == '_' || byte >= 0x80;
}

bool IsDottedName(absl::string_view text) {
  for (const absl::string_view part : absl::StrSplit(text, '.')) {
    if (part.empty() || absl::ascii_isdigit(static_cast<unsigned char>(part[0])) ||
        !std::all_of(part.begin(), part.end(), IsIdentifierByte)) {
      return false;
    }
  }
  return true;
}

// Names of distributions are compared as PEP 503 says, up to the version.
bool DistributionIsCalled(absl::string_view directory, absl::string_view name) {
  const absl::string_view distribution = directory.substr(0, directory.find('-'));
  return std::equal(
      distribution.begin(), distribution.end(), name.begin(), name.end(), [](char a, char b) {
        const auto fold = [](char c) {
          return c == '-' || c == '.' ? '_' : absl::ascii_tolower(static_cast<unsigned char>(c));
        };
        return fold(a) == fold(b);
      });
}

std::vector<std::string> DistributionsIn(DIR* directory, absl::string_view wanted) {
  std::vector<std::string> names;
  while (const dirent* entry = readdir(directory)) {
    const absl::string_view name = entry->d_name;
    if (!absl::EndsWith(name, ".dist-info") && !absl::EndsWith(name, ".egg-info")) continue;
    if (entry->d_type == DT_REG) continue;  // An .egg-info of distutils: no entry points.
    names.emplace_back(name);
    if (DistributionIsCalled(name, wanted)) std::swap(names.front(), names.back());
  }
  return names;
}

// Reads into `buffer`, which is reused: a site directory has hundreds of these.
bool ReadFile(int directory, const std::string& name, std::string& buffer) {
  const int fd = openat(directory, name.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (fd < 0) return false;
  size_t size = 0;
  for (;;) {
    if (buffer.size() < size + 4096) buffer.resize(size + 4096);
    const ssize_t length = read(fd, buffer.data() + size, buffer.size() - size);
    if (length <= 0 || size > kLongestFile) break;
    size += static_cast<size_t>(length);
    if (size < buffer.size()) break;  // A short read of a regular file is its end.
  }
  close(fd);
  buffer.resize(size);
  return true;
}

}  // namespace

std::optional<ObjectReference> ParseObjectReference(absl::string_view text) {
  const std::pair<absl::string_view, absl::string_view> parts =
      absl::StrSplit(text, absl::MaxSplits(':', 1));
  const absl::string_view module = absl::StripAsciiWhitespace(parts.first);
  const absl::string_view attr = absl::StripAsciiWhitespace(parts.second);
  if (!IsDottedName(module)) return std::nullopt;
  if (absl::StrContains(text, ':') && !IsDottedName(attr)) return std::nullopt;
  return ObjectReference{std::string{module}, std::string{attr}};
}

std::optional<ObjectReference> FindInEntryPoints(absl::string_view text, absl::string_view name) {
  bool in_group = false;
  for (absl::string_view line : absl::StrSplit(text, '\n')) {
    line = absl::StripAsciiWhitespace(line);
    if (line.empty() || line[0] == '#' || line[0] == ';') continue;
    if (line[0] == '[') {
      in_group = line == kGroup;
      continue;
    }
    const std::pair<absl::string_view, absl::string_view> pair =
        absl::StrSplit(line, absl::MaxSplits('=', 1));
    if (!in_group || absl::StripAsciiWhitespace(pair.first) != name) continue;
    return ParseObjectReference(pair.second.substr(0, pair.second.find('[')));
  }
  return std::nullopt;
}

std::optional<ConsoleScript> FindConsoleScript(absl::string_view name,
                                               absl::Span<const std::string> site_directories) {
  std::string text;
  for (const std::string& site : site_directories) {
    const std::unique_ptr<DIR, CloseDirectory> directory(opendir(site.c_str()));
    if (directory == nullptr) continue;
    for (const std::string& distribution : DistributionsIn(directory.get(), name)) {
      const std::string file = absl::StrCat(distribution, kFileName);
      if (!ReadFile(dirfd(directory.get()), file, text)) continue;
      if (!absl::StrContains(text, name)) continue;
      if (std::optional<ObjectReference> object = FindInEntryPoints(text, name)) {
        return ConsoleScript{*std::move(object), Join(site, file)};
      }
    }
  }
  return std::nullopt;
}

}  // namespace hermetic::resolver
