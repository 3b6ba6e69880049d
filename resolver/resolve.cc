#include "resolver/resolve.h"

#include <array>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "resolver/entry_points.h"
#include "resolver/file_facts.h"
#include "resolver/module_search.h"
#include "resolver/script_file.h"

namespace hermetic::resolver {
namespace {

constexpr std::array<absl::string_view, 5> kFileSuffixes = {".py", ".pyw", ".pyc", ".pyz", ".zip"};

bool IsPath(absl::string_view word) {
  if (absl::StrContains(word, '/')) return true;
  for (const absl::string_view suffix : kFileSuffixes) {
    if (absl::EndsWith(word, suffix)) return true;
  }
  return false;
}

// One search for one name: each step answers, or adds to `searched`.
class NameSearch {
 public:
  NameSearch(const std::string& name, const Surroundings& around) : name_(name), around_(around) {}

  // nullopt: no console script of that name anywhere.
  absl::StatusOr<std::optional<Target>> ConsoleScript() {
    if (around_.active) {
      const VirtualEnv& env = around_.active->env;
      const std::string file = Join(Join(env.root, "bin"), name_);
      if (IsExecutableFile(file) && IsPythonScript(file)) {
        return Described(file, "a console script of the active environment");
      }
      searched_.push_back(file);
      if (std::optional<Target> target =
              Declared({SitePackages(env, around_.installation.version)}, Join(env.root, "bin"))) {
        return target;
      }
    }
    for (const absl::string_view directory : absl::StrSplit(around_.search_path, ':')) {
      const std::string file = Join(directory.empty() ? "." : directory, name_);
      if (!IsExecutableFile(file)) continue;
      if (IsPythonScript(file)) return Described(file, "a Python script on PATH");
      searched_.push_back(absl::StrCat(file, " (no Python script)"));
    }
    searched_.push_back("PATH");
    // What the environment does not let in could be named but not imported.
    if (around_.active && !around_.active->env.system_site_packages) return std::nullopt;
    return Declared(around_.installation.site_dirs,
                    std::string(DirectoryOf(around_.installation.python)));
  }

  std::vector<std::string>& searched() { return searched_; }

 private:
  absl::StatusOr<std::optional<Target>> Described(const std::string& file, absl::string_view why) {
    absl::StatusOr<Target> target = DescribeAsCommand(file, around_);
    if (!target.ok()) return target.status();
    target->name = name_;
    target->why = target->kind == TargetKind::kForeign ? absl::StrCat(why, "; ", target->why)
                                                       : std::string{why};
    target->searched = std::move(searched_);
    return *std::move(target);
  }

  // `bin` is where an installer would have put the script.
  std::optional<Target> Declared(const std::vector<std::string>& site_dirs,
                                 const std::string& bin) {
    const auto script = FindConsoleScript(name_, site_dirs);
    searched_.insert(searched_.end(), site_dirs.begin(), site_dirs.end());
    if (!script) return std::nullopt;
    return Target{
        .kind = script->object.attr.empty() ? TargetKind::kModule : TargetKind::kEntryPoint,
        .name = name_,
        .path = Join(bin, name_),
        .module = script->object.module,
        .attr = script->object.attr,
        .venv = VenvToActivate(around_),
        .why = absl::StrCat("declared in ", Shown(script->metadata)),
        .searched = std::move(searched_),
    };
  }

  const std::string& name_;
  const Surroundings& around_;
  std::vector<std::string> searched_;
};

std::optional<Target> AsAttribute(const std::string& word, const Surroundings& around) {
  std::optional<ObjectReference> object = ParseObjectReference(word);
  if (!object || object->attr.empty()) return std::nullopt;
  return Target{.kind = TargetKind::kAttribute,
                .name = word,
                .module = std::move(object->module),
                .attr = std::move(object->attr),
                .venv = VenvToActivate(around),
                .why = "an attribute of a module"};
}

absl::string_view TopLevel(absl::string_view module) { return module.substr(0, module.find('.')); }

// sys.path as it will be, the working directory first.
std::vector<std::string> ModuleDirectories(const Surroundings& around) {
  std::vector<std::string> directories = {"."};
  if (!around.python_path.empty()) {
    for (const absl::string_view entry : absl::StrSplit(around.python_path, ':')) {
      directories.emplace_back(entry);
    }
  }
  const Installation& base = around.installation;
  directories.push_back(base.stdlib);
  directories.push_back(Join(base.stdlib, "lib-dynload"));
  if (around.active) directories.push_back(SitePackages(around.active->env, base.version));
  if (!around.active || around.active->env.system_site_packages) {
    directories.insert(directories.end(), base.site_dirs.begin(), base.site_dirs.end());
  }
  return directories;
}

absl::StatusOr<Target> ResolveForPython(const std::string& word, const Surroundings& around) {
  if (TypeOf(word) != FileType::kMissing) return DescribeForPython(word, around);
  Target missing{.kind = TargetKind::kScript,
                 .name = word,
                 .path = word,
                 .venv = VenvToActivate(around),
                 .why = "no such file: python3 says so"};
  if (IsPath(word)) return missing;
  if (std::optional<Target> target = AsAttribute(word, around)) return *std::move(target);
  NameSearch search(word, around);
  absl::StatusOr<std::optional<Target>> found = search.ConsoleScript();
  if (!found.ok()) return found.status();
  if (found->has_value()) return **std::move(found);
  missing.searched = std::move(search.searched());
  return missing;
}

absl::StatusOr<Target> ResolveAsCommand(const std::string& word, const Surroundings& around) {
  if (std::optional<Target> target = AsAttribute(word, around)) return *std::move(target);
  if (IsPath(word)) return DescribeAsCommand(word, around);
  NameSearch search(word, around);
  absl::StatusOr<std::optional<Target>> found = search.ConsoleScript();
  if (!found.ok()) return found.status();
  if (found->has_value()) return **std::move(found);

  const FileType type = TypeOf(word);
  if (type != FileType::kMissing && type != FileType::kDirectory) {
    return DescribeAsCommand(word, around);
  }
  search.searched().push_back("the working directory");
  search.searched().push_back("modules");
  const std::optional<ObjectReference> module = ParseObjectReference(word);
  if (!module || !MayBeImportable(TopLevel(module->module), ModuleDirectories(around))) {
    return absl::NotFoundError(absl::StrCat("target '", Shown(word), "': not found; searched ",
                                            Shown(absl::StrJoin(search.searched(), ", "))));
  }
  return Target{.kind = TargetKind::kModule,
                .name = word,
                .module = module->module,
                .venv = VenvToActivate(around),
                .why = "no script of that name, so a module",
                .searched = std::move(search.searched())};
}

}  // namespace

const char* KindName(TargetKind kind) {
  switch (kind) {
    case TargetKind::kScript:
      return "script";
    case TargetKind::kDirectory:
      return "directory";
    case TargetKind::kZip:
      return "zip";
    case TargetKind::kModule:
      return "module";
    case TargetKind::kAttribute:
      return "module attribute";
    case TargetKind::kEntryPoint:
      return "console script";
    case TargetKind::kForeign:
      return "script of another Python";
    case TargetKind::kCommand:
      return "command";
    case TargetKind::kInput:
      return "standard input";
  }
  return "";
}

absl::StatusOr<Target> Resolve(const std::string& word, Form form, const Surroundings& around) {
  return form == Form::kPython ? ResolveForPython(word, around) : ResolveAsCommand(word, around);
}

std::string VenvToActivate(const Surroundings& around) {
  const bool by_argv0 = around.active && around.active->source == EnvSource::kExecutable;
  return around.active && !by_argv0 ? around.active->env.root : "";
}

std::string VenvInUse(const Target& target, const Surroundings& around) {
  if (!target.venv.empty() || target.kind == TargetKind::kForeign) return target.venv;
  return around.active ? around.active->env.root : "";
}

}  // namespace hermetic::resolver
