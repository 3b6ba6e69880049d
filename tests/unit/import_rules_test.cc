#include "guards/import_rules.h"

#include <string>

#include "gtest/gtest.h"
#include "profiles/policy.h"

namespace hermetic {
namespace {

struct NameCase {
  const char* name;
  Policy policy;
  const char* module;
  ImportAnswer want;
};
class DecideNameTest : public ::testing::TestWithParam<NameCase> {};

TEST_P(DecideNameTest, FollowsThePolicy) {
  EXPECT_EQ(ImportRules::Compile(GetParam().policy).DecideName(GetParam().module), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(
    Names, DecideNameTest,
    ::testing::ValuesIn<NameCase>({
        {"Nothing", {}, "json", ImportAnswer::kAllowed},
        {"Itself", {.deny_import = {"json"}}, "json", ImportAnswer::kDenied},
        {"Submodule", {.deny_import = {"json"}}, "json.tool", ImportAnswer::kDenied},
        {"LongerName", {.deny_import = {"json"}}, "jsonlib", ImportAnswer::kAllowed},
        {"Parent", {.deny_import = {"json.tool"}}, "json", ImportAnswer::kAllowed},
        {"Ctypes", {.block_native = true}, "ctypes.util", ImportAnswer::kDeniedNative},
        {"CtypesInC", {.block_native = true}, "_ctypes", ImportAnswer::kDeniedNative},
        {"CtypesWhereNativeIsFine", {.no_network = true}, "ctypes", ImportAnswer::kAllowed},
        {"CtypesGranted",
         {.block_native = true, .allow_native = {"ctypes"}},
         "_ctypes",
         ImportAnswer::kAllowed},
        {"CtypesBesideAnother",
         {.block_native = true, .allow_native = {"numpy"}},
         "_ctypes",
         ImportAnswer::kGrantedNative},
        {"CffiBesideAnother",
         {.block_native = true, .allow_native = {"numpy"}},
         "cffi",
         ImportAnswer::kDeniedNative},
        {"CffiGranted",
         {.block_native = true, .allow_native = {"cffi"}},
         "_cffi_backend",
         ImportAnswer::kAllowed},
        {"Pickle", {.no_code_exec = true}, "pickle", ImportAnswer::kDeniedToProgram},
        {"PickleWithoutThat", {.no_network = true}, "pickle", ImportAnswer::kAllowed},
        {"TestSupport", {.no_network = true}, "_testcapi", ImportAnswer::kDenied},
        {"TestSupportWithoutPolicy", {}, "_testcapi", ImportAnswer::kAllowed},
        {"SubprocessLibrary",
         {.no_subprocess = true, .block_native = true},
         "pexpect",
         ImportAnswer::kDenied},
        {"SubprocessLibraryAlone", {.no_subprocess = true}, "pexpect", ImportAnswer::kAllowed},
    }),
    [](const auto& test) { return test.param.name; });

TEST(DecideExtensionTest, TheInterpretersOwnAreNotThirdParty) {
  const ImportRules rules = ImportRules::Compile({.block_native = true, .allow_native = {"numpy"}});
  const std::string own = std::string(InterpreterStdlib()) + "/lib-dynload/";
  EXPECT_EQ(rules.DecideExtension("_json", own + "_json.so"), ImportAnswer::kAllowed);
  EXPECT_EQ(rules.DecideExtension("_ctypes", own + "_ctypes.so"), ImportAnswer::kGrantedNative);
  EXPECT_EQ(rules.DecideExtension("_ctypes", "/tmp/_ctypes.so"), ImportAnswer::kDeniedNative);
  EXPECT_EQ(rules.DecideExtension("_json", "/tmp/lib-dynload/_json.so"),
            ImportAnswer::kDeniedNative);
  EXPECT_EQ(rules.DecideExtension("numpy.core._m", "/site/numpy/core/_m.so"),
            ImportAnswer::kAllowed);
  EXPECT_EQ(rules.DecideExtension("numpyx._m", "/site/numpyx/_m.so"), ImportAnswer::kDeniedNative);
}

}  // namespace
}  // namespace hermetic
