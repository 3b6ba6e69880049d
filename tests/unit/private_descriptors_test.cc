#include "guards/private_descriptors.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "gtest/gtest.h"

namespace hermetic {
namespace {

constexpr int kDescriptor = 700;

bool IsOpen(int fd) { return fcntl(fd, F_GETFD) >= 0; }

int OpenThere() { return dup2(STDERR_FILENO, kDescriptor) < 0 ? errno : 0; }

class OtherThread {
 public:
  OtherThread() : thread_([this] { WaitForEnd(); }) {}
  ~OtherThread() {
    {
      const std::lock_guard lock(mutex_);
      ends_ = true;
    }
    end_.notify_one();
    thread_.join();
  }
  OtherThread(const OtherThread&) = delete;
  OtherThread& operator=(const OtherThread&) = delete;

 private:
  void WaitForEnd() {
    std::unique_lock lock(mutex_);
    end_.wait(lock, [this] { return ends_; });
  }

  std::mutex mutex_;
  std::condition_variable end_;
  bool ends_ = false;
  std::thread thread_;
};

TEST(PrivateDescriptorsTest, AnswersWhatTheFunctionDoes) {
  EXPECT_EQ(WithPrivateDescriptors([] { return 0; }), 0);
  EXPECT_EQ(WithPrivateDescriptors([] { return ENOEXEC; }), ENOEXEC);
  const OtherThread other;
  EXPECT_EQ(WithPrivateDescriptors([] { return ENOEXEC; }), ENOEXEC);
}

TEST(PrivateDescriptorsTest, AreTheOnlyOnesWhereThereIsOneThread) {
  ASSERT_EQ(WithPrivateDescriptors(OpenThere), 0);
  EXPECT_TRUE(IsOpen(kDescriptor));
  close(kDescriptor);
}

TEST(PrivateDescriptorsTest, AreACopyBesideOtherThreads) {
  const OtherThread other;
  bool was_open = false;
  ASSERT_EQ(WithPrivateDescriptors([&] {
              const int error = OpenThere();
              was_open = IsOpen(kDescriptor);
              return error;
            }),
            0);
  EXPECT_TRUE(was_open);
  EXPECT_FALSE(IsOpen(kDescriptor));
}

TEST(PrivateDescriptorsTest, AForkedChildIsNoneOfVfork) {
  EXPECT_FALSE(IsChildOfVfork());
  const pid_t child = fork();
  if (child == 0) _exit(IsChildOfVfork() ? 1 : 0);
  int status = -1;
  waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
}

}  // namespace
}  // namespace hermetic
