#include "guards/kernel/doctor.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace hermetic::kernel {
namespace {

using testing::HasSubstr;

MachineProbe Modern() {
  MachineProbe probe;
  probe.landlock_abi = 7;
  probe.landlock = probe.syscall_filter = probe.user_notification =
      probe.bind_to_device = {true, {}};
  return probe;
}

TEST(DiagnoseMachineTest, EverythingIsActiveOnAModernKernel) {
  const std::vector<DoctorRow> rows = DiagnoseMachine(Modern());
  EXPECT_EQ(rows.size(), 11u);
  for (const DoctorRow& row : rows) EXPECT_EQ(row.state, RowState::kActive) << row.name;
}

TEST(DiagnoseMachineTest, SaysWhyARowIsMissing) {
  MachineProbe probe = Modern();
  probe.user_notification = {false, "an outer supervisor is in force"};
  const std::string text = FormatRows(DiagnoseMachine(probe));
  EXPECT_THAT(text, HasSubstr("--allow-localhost                   degraded: all network refused: "
                              "an outer supervisor is in force\n"));
  EXPECT_THAT(text, HasSubstr("network: --no-network                        active\n"));
}

TEST(CanHoldTest, AsksOnlyAboutWhatThePolicyAsks) {
  MachineProbe probe = Modern();
  probe.landlock = {false, "off"};
  probe.landlock_abi = 0;
  EXPECT_FALSE(CanHold(std::vector<Policy>{{.fs_readonly = true}}, probe));
  EXPECT_TRUE(CanHold(std::vector<Policy>{{.allow_write = {"/tmp"}}}, probe));
  EXPECT_TRUE(CanHold(std::vector<Policy>{{.no_network = true}}, Modern()));
}

}  // namespace
}  // namespace hermetic::kernel
