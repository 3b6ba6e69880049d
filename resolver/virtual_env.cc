#include "resolver/virtual_env.h"

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "resolver/file_facts.h"

namespace hermetic::resolver {
namespace {

constexpr absl::string_view kConfigName = "pyvenv.cfg";
constexpr size_t kConfigBytes = 64 << 10;

// "3.11" of "3.11.2" (venv) and of "3.11.2.final.0" (virtualenv).
std::string MinorVersion(absl::string_view version) {
  const std::vector<absl::string_view> parts = absl::StrSplit(version, '.');
  return parts.size() < 2 ? "" : absl::StrCat(parts[0], ".", parts[1]);
}

bool HasPackagesFor(const VirtualEnv& env, absl::string_view version) {
  if (!env.version.empty()) return env.version == version;
  return TypeOf(SitePackages(env, version)) == FileType::kDirectory;
}

std::string WithoutTrailingSlashes(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
}

}  // namespace

VirtualEnv ParsePyvenvCfg(absl::string_view text) {
  VirtualEnv env;
  for (const absl::string_view line : absl::StrSplit(text, '\n')) {
    const std::pair<absl::string_view, absl::string_view> pair =
        absl::StrSplit(line, absl::MaxSplits('=', 1));
    const std::string key = absl::AsciiStrToLower(absl::StripAsciiWhitespace(pair.first));
    const absl::string_view value = absl::StripAsciiWhitespace(pair.second);
    if (key == "home") env.home = std::string{value};
    if (key == "version" || key == "version_info") env.version = MinorVersion(value);
    if (key == "include-system-site-packages") {
      env.system_site_packages = absl::EqualsIgnoreCase(value, "true");
    }
  }
  return env;
}

std::optional<VirtualEnv> ReadVirtualEnv(const std::string& root) {
  const std::string config = Join(root, kConfigName);
  if (TypeOf(config) != FileType::kRegular) return std::nullopt;
  VirtualEnv env = ParsePyvenvCfg(ReadHead(config, kConfigBytes));
  env.root = root;
  return env;
}

std::optional<VirtualEnv> VirtualEnvOf(const std::string& file) {
  const absl::string_view bin = DirectoryOf(file);
  // `./python` lies in the bin/ of `..`, whatever `.` is called.
  const std::string root = bin == "." ? ".." : std::string(DirectoryOf(bin));
  return ReadVirtualEnv(root);
}

std::string SitePackages(const VirtualEnv& env, absl::string_view version) {
  return absl::StrCat(env.root, "/lib/python", version, "/site-packages");
}

absl::StatusOr<std::optional<ActiveEnv>> FindActiveEnv(const std::string& venv_option,
                                                       const std::string& executable,
                                                       const std::string& virtual_env_variable,
                                                       absl::string_view version) {
  if (!venv_option.empty()) {
    const std::string root = RealPath(venv_option);
    const std::optional<VirtualEnv> env = ReadVirtualEnv(root);
    if (root.empty() || !env) {
      return absl::NotFoundError(absl::StrCat("--venv '", Shown(venv_option),
                                              "': no virtual environment (no ",
                                              Shown(Join(venv_option, kConfigName)), ")"));
    }
    if (!HasPackagesFor(*env, version)) {
      return absl::InvalidArgumentError(absl::StrCat(
          "--venv '", Shown(venv_option), "': made for Python ",
          env->version.empty() ? "of another version" : env->version, ", this is ", version));
    }
    return ActiveEnv{*env, EnvSource::kOption};
  }
  if (!executable.empty()) {
    if (std::optional<VirtualEnv> env = VirtualEnvOf(executable)) {
      return ActiveEnv{*std::move(env), EnvSource::kExecutable};
    }
  }
  if (!virtual_env_variable.empty()) {
    std::optional<VirtualEnv> env = ReadVirtualEnv(WithoutTrailingSlashes(virtual_env_variable));
    if (env && HasPackagesFor(*env, version)) {
      return ActiveEnv{*std::move(env), EnvSource::kVariable};
    }
  }
  return std::nullopt;
}

}  // namespace hermetic::resolver
