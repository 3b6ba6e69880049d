#include "guards/kernel/denial_log.h"

#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace hermetic::kernel {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

TEST(DenialLogTest, ReadsEachDenialOnce) {
  auto log = KernelDenialLog::Create();
  ASSERT_TRUE(log.ok()) << log.status();
  log->Add(7, "connect", "192.0.2.1:443");
  const auto denials = log->ReadNew();
  ASSERT_THAT(denials, SizeIs(1));
  EXPECT_EQ(denials[0].thread, 7);
  EXPECT_EQ(denials[0].operation, "connect");
  EXPECT_EQ(denials[0].target, "192.0.2.1:443");
  EXPECT_THAT(log->ReadNew(), IsEmpty());
}

TEST(DenialLogTest, TheOldestAreOverwrittenButCounted) {
  auto log = KernelDenialLog::Create();
  for (size_t i = 0; i < KernelDenialLog::kCapacity + 10; ++i) {
    log->Add(1, "connect", std::to_string(i));
  }
  const auto denials = log->ReadNew();
  ASSERT_THAT(denials, SizeIs(KernelDenialLog::kCapacity));
  EXPECT_EQ(denials.front().target, "10");
  EXPECT_EQ(log->total(), KernelDenialLog::kCapacity + 10);
}

TEST(DenialLogTest, LongTextIsCut) {
  auto log = KernelDenialLog::Create();
  log->Add(1, "an operation with a long name", std::string(500, 'x'));
  const auto denials = log->ReadNew();
  ASSERT_THAT(denials, SizeIs(1));
  EXPECT_EQ(denials[0].operation, "an operation wi");
  EXPECT_EQ(denials[0].target, std::string(99, 'x'));
}

TEST(DenialLogTest, OnlyTheOtherProcessCanWrite) {
  auto log = KernelDenialLog::Create();
  int go[2];
  ASSERT_EQ(pipe(go), 0);
  const pid_t child = fork();
  if (child == 0) {
    char byte;
    if (read(go[0], &byte, 1) == 1) log->Add(1, "connect", "from the child");
    _exit(0);
  }
  ASSERT_TRUE(log->KeepReadOnly().ok());
  ASSERT_EQ(write(go[1], "x", 1), 1);
  ASSERT_EQ(waitpid(child, nullptr, 0), child);
  EXPECT_THAT(log->ReadNew(), SizeIs(1));

  // The mapping of the memfd cannot be made writable.
  std::ifstream maps("/proc/self/maps");
  std::string line;
  uintptr_t start = 0;
  while (std::getline(maps, line)) {
    if (line.find("hermetic-denials") != std::string::npos) start = std::stoul(line, nullptr, 16);
  }
  ASSERT_NE(start, 0u);
  EXPECT_NE(mprotect(reinterpret_cast<void*>(start), 4096, PROT_READ | PROT_WRITE), 0);
}

}  // namespace
}  // namespace hermetic::kernel
