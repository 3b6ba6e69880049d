#include "profiles/option_table.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "profiles/absl_view.h"

namespace hermetic {
namespace {

using enum OptionKind;
using enum OptionGroup;
using enum OptionEffect;

constexpr std::array<Option, kOptionCount> kOptions = {{
    {"no-network",
     &Policy::no_network,
     kFlag,
     kNetwork,
     kTightens,
     "Refuse every network destination, and name lookups.",
     "hermetic-python --no-network report.py",
     {},
     {"block_network"}},
    {"allow-localhost",
     &Policy::allow_localhost,
     kFlag,
     kNetwork,
     kLoosens,
     "Allow loopback addresses and Unix sockets.",
     "hermetic-python --no-network --allow-localhost -m pytest",
     {"no-network"}},
    {"allow-domain",
     &Policy::allow_domain,
     kDomainList,
     kNetwork,
     kLoosens,
     "Allow D and its subdomains.",
     "hermetic-python --no-network --allow-domain example.org fetch.py",
     {"no-network"},
     {"allow_domains"}},
    {"allow-host",
     &Policy::allow_host,
     kHostList,
     kNetwork,
     kLoosens,
     "Allow one host, address or network, on one port or on all.",
     "hermetic-python --no-network --allow-host 10.0.0.0/8:5432 sync.py",
     {"no-network"},
     {"allow_hosts"}},
    {"allow-unix",
     &Policy::allow_unix,
     kFlag,
     kNetwork,
     kLoosens,
     "Allow Unix sockets.",
     "hermetic-python --no-network --allow-unix worker.py",
     {"no-network"}},

    {"no-subprocess",
     &Policy::no_subprocess,
     kFlag,
     kProcesses,
     kTightens,
     "Refuse to start other programs and to fork.",
     "hermetic-python --no-subprocess build.py",
     {},
     {"block_subprocess"}},
    {"allow-run",
     &Policy::allow_run,
     kExecutableList,
     kProcesses,
     kLoosens,
     "Allow this program, by name on PATH or by path.",
     "hermetic-python --no-subprocess --allow-run git build.py",
     {"no-subprocess"}},

    {"fs-readonly", &Policy::fs_readonly, kFlagOrRoot, kFiles, kTightens,
     "Refuse to change files; with ROOT, also to read outside it.",
     "hermetic-python --fs-readonly=./data report.py"},
    {"fs-root",
     &Policy::fs_root,
     kDirectory,
     kFiles,
     kTightens,
     "The ROOT of --fs-readonly=ROOT.",
     "hermetic-python --fs-readonly=./data report.py",
     {"fs-readonly"}},
    {"allow-read",
     &Policy::allow_read,
     kPathList,
     kFiles,
     kLoosens,
     "Allow reading PATH and what is below it.",
     "hermetic-python --fs-readonly=./data --allow-read /usr/share/dict words.py",
     {"fs-root", "deny-read"}},
    {"allow-write",
     &Policy::allow_write,
     kPathList,
     kFiles,
     kLoosens,
     "Allow changing PATH and what is below it.",
     "hermetic-python --fs-readonly --allow-write ./out report.py",
     {"fs-readonly"}},
    {"deny-read", &Policy::deny_read, kPathList, kFiles, kTightens,
     "Refuse to read PATH and what is below it.", "hermetic-python --deny-read ~/.ssh report.py"},

    {"no-environment",
     &Policy::no_environment,
     kFlag,
     kEnvironment,
     kTightens,
     "Refuse to read and to change environment variables.",
     "hermetic-python --no-environment report.py",
     {},
     {"no-env", "block_environment"}},
    {"allow-env",
     &Policy::allow_env,
     kVariableList,
     kEnvironment,
     kLoosens,
     "Allow reading this variable; NAME* stands for all that start so.",
     "hermetic-python --no-environment --allow-env 'LC_*' report.py",
     {"no-environment", "scrub-env"}},
    {"scrub-env", &Policy::scrub_env, kFlag, kEnvironment, kTightens,
     "Start with no variables but those of --allow-env.",
     "hermetic-python --scrub-env --allow-env HOME report.py"},

    {"no-code-exec",
     &Policy::no_code_exec,
     kFlag,
     kCode,
     kTightens,
     "Refuse eval, exec, compile, runpy and unpickling.",
     "hermetic-python --no-code-exec report.py",
     {},
     {"block_code_exec"}},
    {"allow-code-exec",
     &Policy::allow_code_exec,
     kModuleList,
     kCode,
     kLoosens,
     "Allow it to the code of this package.",
     "hermetic-python --no-code-exec --allow-code-exec jinja2 site.py",
     {"no-code-exec"}},
    {"no-interpreter-mutation",
     &Policy::no_interpreter_mutation,
     kFlag,
     kCode,
     kTightens,
     "Refuse chdir, site changes and changes to the import state.",
     "hermetic-python --no-interpreter-mutation report.py",
     {},
     {"block_interpreter_mutation"}},
    {"block-native", &Policy::block_native, kFlag, kCode, kTightens,
     "Refuse third-party extension modules, ctypes and cffi.",
     "hermetic-python --block-native report.py"},
    {"allow-native",
     &Policy::allow_native,
     kModuleList,
     kCode,
     kLoosens,
     "Allow this extension module or package.",
     "hermetic-python --block-native --allow-native numpy report.py",
     {"block-native"}},
    {"deny-import",
     &Policy::deny_import,
     kModuleList,
     kCode,
     kTightens,
     "Refuse to import this module and its submodules.",
     "hermetic-python --deny-import socket report.py",
     {},
     {"deny_imports"}},

    {"max-memory", &Policy::max_memory_bytes, kSize, kLimits, kTightens, "Limit memory.",
     "hermetic-python --max-memory 512M report.py"},
    {"max-cpu", &Policy::max_cpu, kDuration, kLimits, kTightens, "Limit processor time.",
     "hermetic-python --max-cpu 30s report.py"},
    {"timeout", &Policy::timeout, kDuration, kLimits, kTightens,
     "Limit the time the run takes; exit code 124.", "hermetic-python --timeout 5m report.py"},
    {"max-processes", &Policy::max_processes, kCount, kLimits, kTightens,
     "Limit the number of processes.", "hermetic-python --max-processes 16 -m pytest"},
    {"max-file-size", &Policy::max_file_size_bytes, kSize, kLimits, kTightens,
     "Limit the size of each file written.", "hermetic-python --max-file-size 100M report.py"},

    {"seal",
     &Policy::seal,
     kFlag,
     kEnforcement,
     kTightens,
     "Nothing can weaken the policy while the process lives.",
     "hermetic-python --no-network --seal -c \"$CODE\"",
     {},
     {"sealed"}},
    {"kernel", &Policy::kernel, kKernelMode, kEnforcement, kTightens,
     "Whether the kernel enforces the policy as well.",
     "hermetic-python --no-network --kernel=require report.py"},
    {"on-violation", &Policy::on_violation, kOnViolation, kEnforcement, kTightens,
     "What a refused action does to the program.",
     "hermetic-python --no-network --on-violation=oserror report.py"},
    {"fail-on-violation", &Policy::fail_on_violation, kFlag, kEnforcement, kTightens,
     "Exit with 2 after any violation, even one the program swallowed.",
     "hermetic-python --no-network --fail-on-violation -m pytest"},
    {"report-only", &Policy::report_only, kFlag, kEnforcement, kLoosens,
     "Decide and record, refuse nothing.",
     "hermetic-python --profile block-all --report-only report.py"},
    {"trace", &Policy::trace, kFlag, kEnforcement, kNeither,
     "Write a line on stderr for each refused action.",
     "hermetic-python --no-network --trace report.py"},
    {"audit-log", &Policy::audit_log, kPath, kEnforcement, kTightens,
     "Append each decision to a file.",
     "hermetic-python --no-network --audit-log audit.jsonl report.py"},
    {"report", &Policy::report, kPath, kEnforcement, kTightens,
     "Write a summary to a file at the end.",
     "hermetic-python --no-network --report report.json report.py"},
}};

struct KindTraits {
  OptionKind kind;
  std::string_view placeholder;
  bool is_list;
};

constexpr KindTraits kKinds[] = {
    {kFlag, "", false},
    {kFlagOrRoot, "ROOT", false},
    {kDirectory, "ROOT", false},
    {kPath, "FILE", false},
    {kKernelMode, "auto|require|off", false},
    {kOnViolation, "raise|oserror|kill|log", false},
    {kSize, "SIZE", false},
    {kDuration, "TIME", false},
    {kCount, "N", false},
    {kDomainList, "D", true},
    {kHostList, "HOST[:PORT]", true},
    {kExecutableList, "EXE", true},
    {kPathList, "PATH", true},
    {kVariableList, "NAME", true},
    {kModuleList, "NAME", true},
};

const KindTraits& Traits(OptionKind kind) { return kKinds[static_cast<size_t>(kind)]; }

std::string Underscored(std::string_view name) {
  return absl::StrReplaceAll(AbslView(name), {{"-", "_"}});
}

// "allow-domain" and "allow_domain" are one name.
bool SameKey(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return (x == '-' ? '_' : x) == (y == '-' ? '_' : y); });
}

}  // namespace

absl::Span<const Option> AllOptions() { return kOptions; }

size_t OptionIndex(const Option& option) { return static_cast<size_t>(&option - kOptions.data()); }

bool IsList(const Option& option) { return Traits(option.kind).is_list; }

bool NeedsValue(const Option& option) { return option.kind != kFlag && option.kind != kFlagOrRoot; }

const Option* FindFlag(std::string_view name) {
  for (const Option& option : kOptions) {
    if (option.kind == kDirectory) continue;
    if (option.name == name) return &option;
    for (std::string_view alias : option.aliases) {
      if (!alias.empty() && alias == name && alias.find('_') == alias.npos) return &option;
    }
  }
  return nullptr;
}

const Option* FindKey(std::string_view key) {
  for (const Option& option : kOptions) {
    if (SameKey(option.name, key)) return &option;
    for (std::string_view alias : option.aliases) {
      if (!alias.empty() && SameKey(alias, key)) return &option;
    }
  }
  return nullptr;
}

std::string FlagName(const Option& option) {
  if (option.kind == kDirectory) return "--fs-readonly=ROOT";
  return absl::StrCat("--", AbslView(option.name));
}

std::string KeyName(const Option& option) { return Underscored(option.name); }

std::string VariableName(const Option& option) {
  return absl::StrCat("HERMETIC_", absl::AsciiStrToUpper(Underscored(option.name)));
}

std::string_view Placeholder(OptionKind kind) { return Traits(kind).placeholder; }

std::string_view GroupTitle(OptionGroup group) {
  static constexpr std::string_view kTitles[] = {
      "Network", "Processes", "Files", "Environment", "Code", "Limits", "Enforcement"};
  return kTitles[static_cast<size_t>(group)];
}

}  // namespace hermetic
