#include "guards/kernel/every_thread.h"

#include <sys/prctl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <thread>
#include <vector>

#include "gtest/gtest.h"

namespace hermetic::kernel {
namespace {

// An attribute of each thread, inherited by those that it starts.
int SetSlack(int nanoseconds) {
  return prctl(PR_SET_TIMERSLACK, static_cast<unsigned long>(nanoseconds), 0, 0, 0) == 0 ? 0
                                                                                         : errno;
}
int Slack() { return prctl(PR_GET_TIMERSLACK, 0, 0, 0, 0); }

void BlockAllSignals() {
  sigset_t all;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, nullptr);
}

// Threads that tell their slack when they are let go.
class Waiting {
 public:
  template <typename Prepare>
  void Add(Prepare prepare) {
    threads_.emplace_back([this, prepare] {
      prepare();
      ++ready_;
      end_.wait(false);
      if (Slack() != kSlack) ++missed_;
    });
  }
  void UntilReady() {
    while (ready_ != static_cast<int>(threads_.size())) std::this_thread::yield();
  }
  int Missed() {
    end_ = true;
    end_.notify_all();
    for (std::thread& thread : threads_) thread.join();
    return missed_;
  }
  static constexpr int kSlack = 77'000;

 private:
  std::vector<std::thread> threads_;
  std::atomic<bool> end_{false};
  std::atomic<int> ready_{0};
  std::atomic<int> missed_{0};
};

TEST(InThreadsTest, ReachesEveryThread) {
  Waiting waiting;
  for (int i = 0; i < 4; ++i) waiting.Add([] {});
  waiting.Add(BlockAllSignals);
  waiting.UntilReady();
  EXPECT_EQ(InThreads(Threads::kAll, SetSlack, Waiting::kSlack), 0);
  EXPECT_EQ(Slack(), Waiting::kSlack);
  EXPECT_EQ(waiting.Missed(), 0);
}

TEST(InThreadsTest, ReachesThreadsThatAreStartedMeanwhile) {
  std::atomic<bool> end{false};
  std::atomic<int> missed{0};
  std::thread starter([&] {
    std::vector<std::thread> started;
    started.reserve(20);
    for (int i = 0; i < 20; ++i) {
      started.emplace_back([&] {
        end.wait(false);
        if (Slack() != Waiting::kSlack) ++missed;
      });
    }
    for (std::thread& thread : started) thread.join();
  });
  EXPECT_EQ(InThreads(Threads::kAll, SetSlack, Waiting::kSlack), 0);
  end = true;
  end.notify_all();
  starter.join();
  EXPECT_EQ(missed, 0);
}

TEST(InThreadsTest, ThisOneAloneByDefault) {
  Waiting waiting;
  waiting.Add([] { SetSlack(50'000); });
  waiting.UntilReady();
  EXPECT_EQ(InThreads(Threads::kThisOne, SetSlack, Waiting::kSlack), 0);
  EXPECT_EQ(waiting.Missed(), 1);
}

TEST(InThreadsTest, TellsTheErrorOfAnotherThread) {
  Waiting waiting;
  waiting.Add([] {});
  waiting.UntilReady();
  EXPECT_EQ(InThreads(
                Threads::kAll, [](int) { return gettid() == getpid() ? 0 : E2BIG; }, 0),
            E2BIG);
  waiting.Missed();
}

TEST(InThreadsTest, LibcChangesUserIdsAfterwards) {
  Waiting waiting;
  waiting.Add([] {});
  waiting.UntilReady();
  EXPECT_EQ(InThreads(Threads::kAll, SetSlack, Waiting::kSlack), 0);
  EXPECT_EQ(setresuid(getuid(), geteuid(), geteuid()), 0);
  EXPECT_EQ(waiting.Missed(), 0);
}

}  // namespace
}  // namespace hermetic::kernel
