#include "host/launch.h"

#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/string_view.h"
#include "resolver/file_facts.h"

namespace hermetic::host {
namespace {

using resolver::Target;
using resolver::TargetKind;

// What the script of an installer does. $NAME, $MODULE, $FIRST and $ATTR are
// dotted names: the resolver takes nothing else.
constexpr absl::string_view kEntryPointCode =
    "import sys\n"
    "from $MODULE import $FIRST\n"
    "sys.exit($ATTR())\n";

// What is found may be no callable: then the module is meant, as for -m.
constexpr absl::string_view kAttributeCode =
    "import sys\n"
    "try:\n"
    "    import $MODULE as target\n"
    "    target = target.$ATTR\n"
    "except (ModuleNotFoundError, AttributeError) as error:\n"
    "    if error.__traceback__.tb_next:\n"  // Raised inside the module.
    "        raise\n"
    "    where = '' if type(error) is AttributeError else f'; searched {sys.path}'\n"
    "    sys.exit(f'hermetic: target \"$MODULE:$ATTR\": {error}{where}')\n"
    "if callable(target):\n"
    "    target = target()\n"
    "    sys.exit(target if isinstance(target, (int, str)) else None)\n"
    "import runpy\n"
    "runpy._run_module_as_main('$MODULE', alter_argv=False)\n";

std::string Code(absl::string_view pattern, const Target& target) {
  const absl::string_view attr = target.attr;
  return absl::StrReplaceAll(
      pattern,
      {{"$MODULE", target.module}, {"$FIRST", attr.substr(0, attr.find('.'))}, {"$ATTR", attr}});
}

// A path that python3 would take for an option, if the words so far end no options.
std::string AsOperand(const std::string& path, const std::vector<std::string>& words) {
  const bool after_options = !words.empty() && words.back() == "--";
  return absl::StartsWith(path, "-") && !after_options ? absl::StrCat("./", path) : path;
}

// The words that make python3 run `target`, and sys.argv[0].
std::pair<std::vector<std::string>, std::string> Operands(const Target& target) {
  switch (target.kind) {
    case TargetKind::kModule:
      return {{"-m", target.module}, ""};
    case TargetKind::kEntryPoint:
      return {{"-c", Code(kEntryPointCode, target)}, target.path};
    case TargetKind::kAttribute:
      return {{"-c", Code(kAttributeCode, target)}, target.name};
    default:
      return {{target.path}, ""};
  }
}

// The operand of -m, which may stand in the word of the option: -mjson.tool.
std::string ModuleOperand(absl::string_view word) {
  if (absl::StartsWith(word, "-")) word.remove_prefix(word.find('m') + 1);
  return std::string{word};
}

// What python3 understands by itself: -m, -c, standard input.
Target PythonsOwn(const CommandLine& line, const resolver::Surroundings& around) {
  Target target{.kind = TargetKind::kInput,
                .venv = resolver::VenvToActivate(around),
                .why = "as python3 takes it"};
  if (line.target == TargetForm::kCommand) target.kind = TargetKind::kCommand;
  if (line.target == TargetForm::kModule) {
    target.kind = TargetKind::kModule;
    target.module = ModuleOperand(line.python_argv[line.target_index]);
  }
  return target;
}

bool IsWord(const CommandLine& line) {
  return line.target == TargetForm::kFile || line.target == TargetForm::kNamed;
}

}  // namespace

absl::StatusOr<Launch> PlanLaunch(const CommandLine& line, const resolver::Surroundings& around) {
  const std::vector<char*>& argv = line.python_argv;
  if (!IsWord(line)) return Launch{PythonsOwn(line, around), {argv.begin(), argv.end()}, ""};

  const std::string word = argv[line.target_index];
  const bool as_command = line.form == CommandForm::kHermetic;
  // After `hermetic ... --` python3's options work too, as in `-- -m pytest`.
  if (as_command && absl::StartsWith(word, "-")) {
    return Launch{PythonsOwn(line, around), {argv.begin(), argv.end()}, ""};
  }
  absl::StatusOr<Target> target = resolver::Resolve(
      word, as_command ? resolver::Form::kCommand : resolver::Form::kPython, around);
  if (!target.ok()) return target.status();

  Launch launch{.target = *std::move(target)};
  const bool is_file = launch.target.module.empty();
  for (size_t i = 0; i < line.target_index; ++i) {
    // `--` ends the options only where an operand follows.
    if (!is_file && i + 1 == line.target_index && absl::string_view(argv[i]) == "--") continue;
    launch.words.emplace_back(argv[i]);
  }
  if (as_command || launch.target.kind == TargetKind::kForeign) {
    const std::vector<std::string>& options = launch.target.interpreter_arguments;
    launch.words.insert(launch.words.end(), options.begin(), options.end());
  }
  auto [operands, script_name] = Operands(launch.target);
  if (is_file) operands.front() = AsOperand(operands.front(), launch.words);
  launch.words.insert(launch.words.end(), operands.begin(), operands.end());
  launch.words.insert(launch.words.end(),
                      argv.begin() + static_cast<ptrdiff_t>(line.target_index) + 1, argv.end());
  launch.script_name = std::move(script_name);
  return launch;
}

std::vector<char*> Pointers(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  pointers.reserve(words.size() + 1);
  for (std::string& word : words) pointers.push_back(word.data());
  return pointers;
}

std::string DescribeTarget(const Target& target) {
  const std::pair<absl::string_view, std::string> rows[] = {
      {"target", target.name},
      {"kind", resolver::KindName(target.kind)},
      {"path", target.path},
      {"module", target.module},
      {"attribute", target.attr},
      {"interpreter", target.interpreter},
      {"interpreter version", target.interpreter_version},
      {"virtual environment", target.venv},
      {"why", target.why},
      {"searched", absl::StrJoin(target.searched, ", ")},
  };
  std::string text;
  for (const auto& [name, value] : rows) {
    if (!value.empty()) absl::StrAppend(&text, name, ": ", resolver::Shown(value), "\n");
  }
  return text;
}

}  // namespace hermetic::host
