#include "guards/kernel/process_tree.h"

#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <thread>

#include "gtest/gtest.h"

namespace hermetic::kernel {
namespace {

// What is listed may have ended when it is read.
TEST(ProcessTreeTest, SurvivesProcessesThatEndAsItLooks) {
  std::atomic<bool> done{false};
  std::thread others([&] {
    while (!done) {
      const pid_t child = fork();
      if (child == 0) _exit(0);
      waitpid(child, nullptr, 0);
    }
  });
  ProcessTree tree(getppid(), 0, Membership::kDescendants);
  for (int i = 0; i < 3000; ++i) EXPECT_TRUE(tree.Refresh());
  done = true;
  others.join();
}

}  // namespace
}  // namespace hermetic::kernel
