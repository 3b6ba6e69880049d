#include "host/command_line.h"

#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "host/option_words.h"

namespace hermetic::host {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using Strings = std::vector<std::string>;

// The words must outlive the result.
absl::StatusOr<CommandLine> Parse(Strings* words) {
  std::vector<char*> argv;
  for (std::string& word : *words) argv.push_back(word.data());
  return ParseCommandLine(static_cast<int>(argv.size()), argv.data());
}

std::string Told(const std::vector<Setting>& settings) {
  std::string told;
  for (const Setting& setting : settings) {
    told += setting.name + "=" + setting.value + " (" + setting.origin.text + ") ";
  }
  return told;
}

struct SplitCase {
  Strings words;        // After "hermetic-python".
  Strings python_argv;  // After argv[0].
  TargetForm target;
  size_t index;
  std::string settings;
};
class PythonFormTest : public ::testing::TestWithParam<SplitCase> {};

TEST_P(PythonFormTest, SplitsAsPythonWould) {
  Strings words = GetParam().words;
  words.insert(words.begin(), "/usr/bin/hermetic-python");
  const absl::StatusOr<CommandLine> line = Parse(&words);
  ASSERT_TRUE(line.ok()) << line.status();
  EXPECT_EQ(Strings(line->python_argv.begin() + 1, line->python_argv.end()),
            GetParam().python_argv);
  EXPECT_EQ(line->target, GetParam().target);
  EXPECT_EQ(line->target_index, GetParam().index);
  EXPECT_EQ(Told(line->settings), GetParam().settings);
}

constexpr char kNoNetwork[] = "no-network=true (--no-network) ";
using enum TargetForm;
const SplitCase kSplits[] = {
    {{}, {}, kNone, 1, ""},
    {{"x.py"}, {"x.py"}, kFile, 1, ""},
    {{"x.py", "--no-network"}, {"x.py", "--no-network"}, kFile, 1, ""},
    {{"--no-network", "x.py"}, {"x.py"}, kFile, 1, kNoNetwork},
    {{"-B", "--no-network", "-u", "x.py"}, {"-B", "-u", "x.py"}, kFile, 3, kNoNetwork},
    {{"--no-network", "-"}, {"-"}, kStdin, 1, kNoNetwork},
    {{"--no-network"}, {}, kNone, 1, kNoNetwork},
    {{"--no-network", "--", "--no-network"}, {"--", "--no-network"}, kFile, 2, kNoNetwork},
    {{"--", "-c"}, {"--", "-c"}, kFile, 2, ""},
    {{"--"}, {"--"}, kNone, 2, ""},
    {{"-c", "code", "--no-network"}, {"-c", "code", "--no-network"}, kCommand, 2, ""},
    {{"-ccode", "--no-network"}, {"-ccode", "--no-network"}, kCommand, 1, ""},
    {{"-Bc", "--no-network"}, {"-Bc", "--no-network"}, kCommand, 2, ""},
    {{"-Im", "mod", "--no-network"}, {"-Im", "mod", "--no-network"}, kModule, 2, ""},
    {{"--no-network", "-mmod"}, {"-mmod"}, kModule, 1, kNoNetwork},
    {{"-W", "--no-network", "x.py"}, {"-W", "--no-network", "x.py"}, kFile, 3, ""},
    {{"-Wignore", "x.py"}, {"-Wignore", "x.py"}, kFile, 2, ""},
    {{"-BW", "c", "x.py"}, {"-BW", "c", "x.py"}, kFile, 3, ""},
    {{"-BWc", "x.py"}, {"-BWc", "x.py"}, kFile, 2, ""},
    {{"-X", "dev", "--no-network", "x.py"}, {"-X", "dev", "x.py"}, kFile, 3, kNoNetwork},
    {{"-OO", "-Xdev", "x.py"}, {"-OO", "-Xdev", "x.py"}, kFile, 3, ""},
    {{"--check-hash-based-pycs", "never", "x.py"},
     {"--check-hash-based-pycs", "never", "x.py"},
     kFile,
     3,
     ""},
    {{"-b-check-hash-based-pycs", "never", "x.py"},
     {"-b-check-hash-based-pycs", "never", "x.py"},
     kFile,
     3,
     ""},
    {{"--version"}, {"--version"}, kNone, 2, ""},
    {{"-V", "--no-network", "-VV"}, {"-V", "-VV"}, kNone, 3, kNoNetwork},
    {{"-?", "--help-all"}, {"-?", "--help-all"}, kNone, 3, ""},
    // What nobody knows is left to CPython, with all that follows.
    {{"--no-netwrok", "--no-network", "x.py"},
     {"--no-netwrok", "--no-network", "x.py"},
     kNone,
     1,
     ""},
    {{"--no-network", "-Z", "x.py"}, {"-Z", "x.py"}, kNone, 1, kNoNetwork},
    {{"-J"}, {"-J"}, kNone, 1, ""},
    {{"--no-networks"}, {"--no-networks"}, kNone, 1, ""},
    {{"-c"}, {"-c"}, kNone, 1, ""},
    {{"-W"}, {"-W"}, kNone, 1, ""},
    {{"--check-hash-based-pycs=never"}, {"--check-hash-based-pycs=never"}, kNone, 1, ""},
    {{""}, {""}, kFile, 1, ""},
    // Values.
    {{"--allow-domain", "a", "--allow-domain=b", "x.py"},
     {"x.py"},
     kFile,
     1,
     "allow-domain=a (--allow-domain) allow-domain=b (--allow-domain) "},
    {{"--allow-env=-x", "x.py"}, {"x.py"}, kFile, 1, "allow-env=-x (--allow-env) "},
    {{"--allow-env=a=b", "x.py"}, {"x.py"}, kFile, 1, "allow-env=a=b (--allow-env) "},
    {{"--allow-env=a,b", "x.py"}, {"x.py"}, kFile, 1, "allow-env=a,b (--allow-env) "},
    {{"--allow-read=[x]", "x.py"}, {"x.py"}, kFile, 1, "allow-read=[x] (--allow-read) "},
    {{"--allow-read=\"x\"", "x.py"}, {"x.py"}, kFile, 1, "allow-read=\"x\" (--allow-read) "},
    {{"--allow-read=a b", "x.py"}, {"x.py"}, kFile, 1, "allow-read=a b (--allow-read) "},
    {{"--fs-readonly", "x.py"}, {"x.py"}, kFile, 1, "fs-readonly=true (--fs-readonly) "},
    {{"--fs-readonly=x", "x.py"}, {"x.py"}, kFile, 1, "fs-readonly=x (--fs-readonly) "},
    {{"--no-env", "x.py"}, {"x.py"}, kFile, 1, "no-environment=true (--no-environment) "},
    {{"--trace", "--trace", "x.py"}, {"x.py"}, kFile, 1, "trace=true (--trace) "},
    {{"--profile", "a", "--profile=b", "-m", "m"},
     {"-m", "m"},
     kModule,
     2,
     "profile=a (--profile) profile=b (--profile) "},
    {{"--on-violation=log", "--on-violation", "kill", "x.py"},
     {"x.py"},
     kFile,
     1,
     "on-violation=log (--on-violation) on-violation=kill (--on-violation) "},
};
INSTANTIATE_TEST_SUITE_P(CommandLines, PythonFormTest, ::testing::ValuesIn(kSplits));

struct HermeticCase {
  Strings words;
  Strings python_argv;
  CommandAction action;
  std::string settings;
};
class HermeticFormTest : public ::testing::TestWithParam<HermeticCase> {};

TEST_P(HermeticFormTest, SplitsAtTheFirstSeparator) {
  Strings words = GetParam().words;
  words.insert(words.begin(), "./hermetic");
  const absl::StatusOr<CommandLine> line = Parse(&words);
  ASSERT_TRUE(line.ok()) << line.status();
  EXPECT_EQ(Strings(line->python_argv.begin() + 1, line->python_argv.end()),
            GetParam().python_argv);
  EXPECT_EQ(line->target, GetParam().python_argv.empty() ? TargetForm::kNone : TargetForm::kNamed);
  EXPECT_EQ(line->action, GetParam().action);
  EXPECT_EQ(Told(line->settings), GetParam().settings);
}

using enum CommandAction;
const HermeticCase kHermeticCases[] = {
    {{"--", "http", "--x"}, {"http", "--x"}, kRun, ""},
    {{"--no-network", "--", "http", "--", "x"}, {"http", "--", "x"}, kRun, kNoNetwork},
    {{"--no-net", "--", "http"}, {"http"}, kRun, kNoNetwork},
    {{"--fs-readonly", "ROOT", "--", "x"}, {"x"}, kRun, "fs-readonly=ROOT (--fs-readonly) "},
    {{"--fs-readonly", "--", "x"}, {"x"}, kRun, "fs-readonly=true (--fs-readonly) "},
    {{"--fs-readonly", "--trace", "--", "x"},
     {"x"},
     kRun,
     "fs-readonly=true (--fs-readonly) trace=true (--trace) "},
    {{"--"}, {}, kHelp, ""},
    {{"-h"}, {}, kHelp, ""},
    {{"--help"}, {}, kHelp, ""},
    {{"--version"}, {}, kHermeticVersion, ""},
    {{"--version", "--", "x"}, {"x"}, kHermeticVersion, ""},
    {{"--no-network", "--print-policy"}, {}, kPrintPolicy, kNoNetwork},
};
INSTANTIATE_TEST_SUITE_P(CommandLines, HermeticFormTest, ::testing::ValuesIn(kHermeticCases));

struct ErrorCase {
  Strings words;  // All of them.
  std::string message;
  ExitCode code;
};
class CommandLineErrorTest : public ::testing::TestWithParam<ErrorCase> {};

TEST_P(CommandLineErrorTest, SaysWhatIsWrong) {
  Strings words = GetParam().words;
  const absl::StatusOr<CommandLine> line = Parse(&words);
  ASSERT_FALSE(line.ok());
  EXPECT_THAT(std::string(line.status().message()), HasSubstr(GetParam().message));
  EXPECT_EQ(ExitCodeFor(line.status()), GetParam().code);
}

const ErrorCase kErrors[] = {
    {{"hermetic-python", "--allow-domain"}, "--allow-domain: a value is missing", ExitCode::kUsage},
    {{"hermetic-python", "--allow-domain", "--trace", "x.py"},
     "--allow-domain: a value is missing",
     ExitCode::kUsage},
    {{"hermetic-python", "--allow-domain=", "x.py"},
     "--allow-domain: the value is empty",
     ExitCode::kCannotStart},
    {{"hermetic-python", "--no-network=yes", "x.py"}, "--no-network", ExitCode::kUsage},
    {{"hermetic-python", "--no-config", "--config", "x", "x.py"},
     "--config and --no-config",
     ExitCode::kUsage},
    {{"hermetic", "http"},
     "usage error: separate hermetic and target args with `--`",
     ExitCode::kUsage},
    {{"hermetic"}, "separate hermetic", ExitCode::kUsage},
    {{"hermetic", "--no-network", "http", "--", "x"},
     "unrecognized argument: http",
     ExitCode::kUsage},
    {{"hermetic", "--no", "--", "x"}, "unrecognized argument: --no", ExitCode::kUsage},
    {{"hermetic", "-B", "--", "x"}, "unrecognized argument: -B", ExitCode::kUsage},
};
INSTANTIATE_TEST_SUITE_P(CommandLines, CommandLineErrorTest, ::testing::ValuesIn(kErrors));

TEST(CommandLineTest, PrintsAndExits) {
  Strings words = {"hermetic-python", "-B", "--help", "--no-network"};
  EXPECT_EQ(Parse(&words)->action, kHelp);
  // CPython would refuse this line before it came to any help.
  words = {"hermetic-python", "--help", "-Z"};
  EXPECT_EQ(Parse(&words)->action, kRun);
  words = {"hermetic-python", "x.py", "--help"};
  EXPECT_EQ(Parse(&words)->action, kRun);
}

TEST(CommandLineTest, PolicyFilesAreNamedOrRefused) {
  Strings words = {"hermetic-python", "--no-config", "x.py"};
  EXPECT_FALSE(Parse(&words)->find_config_file);
  words = {"hermetic-python", "--config", "ci.toml", "x.py"};
  EXPECT_EQ(Parse(&words)->config_file, "ci.toml");
}

TEST(CommandLineTest, EvenAnEmptyCommandLineIsOne) {
  Strings words;
  EXPECT_EQ(Parse(&words)->target, TargetForm::kNone);
}

TEST(OptionsHelpTest, ShowsEveryOptionWithItsExample) {
  const std::string help = OptionsHelp(CommandForm::kPython);
  for (const Option& option : AllOptions()) {
    if (FindFlag(option.name) == nullptr) continue;
    EXPECT_THAT(help, HasSubstr(FlagName(option)));
    EXPECT_THAT(help, HasSubstr(std::string(option.example)));
  }
  EXPECT_THAT(help, HasSubstr("--fs-readonly[=ROOT]"));
  EXPECT_THAT(help, HasSubstr("--allow-domain D "));
  EXPECT_THAT(help, HasSubstr("Network:"));
  EXPECT_THAT(help, Not(HasSubstr("--version ")));
  EXPECT_THAT(OptionsHelp(CommandForm::kHermetic), HasSubstr("--version "));
}

}  // namespace
}  // namespace hermetic::host
