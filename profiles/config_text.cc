// The TOML half of config_file.h, and the one place that sees the TOML library.
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "profiles/absl_view.h"
#include "profiles/config_file.h"
#include "profiles/near_names.h"
#include "profiles/option_value.h"

namespace hermetic {
namespace {

// One file on its way from TOML to settings.
class Reader {
 public:
  Reader(const std::string& path, SourceKind source, const std::string& directory)
      : source_(source), folder_(path.substr(0, path.rfind('/') + 1)) {
    // A file of the working directory is shown by its name alone.
    const std::string prefix = directory == "/" ? directory : absl::StrCat(directory, "/");
    shown_ = folder_ == prefix ? path.substr(folder_.size()) : path;
  }

  absl::Status Error(const toml::source_region& region, absl::string_view problem) const {
    return absl::InvalidArgumentError(absl::StrCat(Place(region), ": ", problem));
  }

  absl::Status ReadTop(const toml::table& table, ConfigFile* file) const {
    for (const auto& [key, node] : table) {
      absl::Status status = absl::OkStatus();
      if (key == "profile") {
        status = ReadProfiles(node, file);
      } else {
        status = ReadEntry(key, node, &file->settings);
      }
      if (!status.ok()) return status;
    }
    return absl::OkStatus();
  }

 private:
  std::string Place(const toml::source_region& region) const {
    return absl::StrCat(shown_, ":", region.begin.line);
  }

  absl::Status ReadProfiles(const toml::node& node, ConfigFile* file) const {
    const toml::table* profiles = node.as_table();
    if (profiles == nullptr) {
      return Error(node.source(),
                   "[profile.NAME] defines a profile; profiles = [...] applies some");
    }
    for (const auto& [name, body] : *profiles) {
      const toml::table* table = body.as_table();
      if (table == nullptr) return Error(body.source(), "a profile is a table, [profile.NAME]");
      OwnProfile profile = {.name = std::string(name.str()), .place = Place(name.source())};
      for (const auto& [key, value] : *table) {
        absl::Status status = ReadEntry(key, value, &profile.settings);
        if (!status.ok()) return status;
      }
      file->profiles.push_back(std::move(profile));
    }
    return absl::OkStatus();
  }

  absl::Status ReadEntry(const toml::key& key, const toml::node& node,
                         std::vector<Setting>* settings) const {
    if (key == "profiles") return ReadStrings(std::string(kProfileSetting), node, settings);
    const Option* option = FindKey(key.str());
    if (option == nullptr) return UnknownKey(key);
    const std::string name = KeyName(*option);
    if (IsList(*option)) return ReadStrings(name, node, settings);

    const bool may_be_bool = !NeedsValue(*option);
    const bool may_be_text = option->kind != OptionKind::kFlag;
    const bool may_be_number = option->kind == OptionKind::kSize ||
                               option->kind == OptionKind::kDuration ||
                               option->kind == OptionKind::kCount;
    std::string value;
    if (const auto* flag = node.as_boolean(); flag != nullptr && may_be_bool) {
      value = flag->get() ? "true" : "false";
    } else if (const auto* text = node.as_string(); text != nullptr && may_be_text) {
      value = text->get();
    } else if (const auto* number = node.as_integer(); number != nullptr && may_be_number) {
      value = absl::StrCat(number->get());
    } else {
      return Error(
          node.source(),
          absl::StrCat(name, ": needs ",
                       may_be_number ? "a number or a string"
                       : may_be_bool ? (may_be_text ? "true, false or a string" : "true or false")
                                     : "a string"));
    }
    settings->push_back(At(name, std::move(value), node));
    return absl::OkStatus();
  }

  // A string or an array of strings.
  absl::Status ReadStrings(const std::string& name, const toml::node& node,
                           std::vector<Setting>* settings) const {
    if (const auto* text = node.as_string()) {
      settings->push_back(At(name, text->get(), node));
      return absl::OkStatus();
    }
    const toml::array* array = node.as_array();
    if (array == nullptr) {
      return Error(node.source(), absl::StrCat(name, ": needs a list of strings"));
    }
    for (const toml::node& element : *array) {
      const auto* text = element.as_string();
      if (text == nullptr) {
        return Error(element.source(), absl::StrCat(name, ": needs a list of strings"));
      }
      settings->push_back(At(name, text->get(), element));
    }
    return absl::OkStatus();
  }

  absl::Status UnknownKey(const toml::key& key) const {
    std::vector<std::string> names = {"profile", "profiles"};
    for (const Option& option : AllOptions()) names.push_back(KeyName(option));
    return Error(key.source(),
                 absl::StrCat("unknown option ", Quoted(key.str()), DidYouMean(key.str(), names)));
  }

  Setting At(const std::string& name, std::string value, const toml::node& node) const {
    return {.name = name,
            .value = std::move(value),
            .directory = folder_,
            .origin = {source_, Place(node.source())}};
  }

  SourceKind source_;
  std::string folder_;
  std::string shown_;
};

}  // namespace

absl::StatusOr<std::optional<ConfigFile>> ParseConfig(std::string_view text,
                                                      const std::string& path, SourceKind source,
                                                      const std::string& directory) {
  const bool is_pyproject = absl::EndsWith(path, "/pyproject.toml");
  // Most have no policy, and are not worth the parsing.
  if (is_pyproject && text.find("hermetic") == text.npos) return std::nullopt;

  const Reader reader(path, source, directory);
  const toml::parse_result parsed = toml::parse(text);
  if (!parsed) {
    const std::string_view problem = parsed.error().description();
    return reader.Error(parsed.error().source(), AbslView(problem));
  }
  const toml::table* policy = &parsed.table();
  if (is_pyproject) {
    const toml::node_view<const toml::node> node = parsed.table()["tool"]["hermetic"];
    if (!node) return std::nullopt;
    policy = node.as_table();
    if (policy == nullptr) return reader.Error(node.node()->source(), "tool.hermetic: no table");
  }
  ConfigFile file;
  if (absl::Status status = reader.ReadTop(*policy, &file); !status.ok()) return status;
  return file;
}

}  // namespace hermetic
