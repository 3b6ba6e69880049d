#include "guards/private_descriptors.h"

#include <pthread.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <climits>

// <linux/close_range.h>
#ifndef CLOSE_RANGE_UNSHARE
#define CLOSE_RANGE_UNSHARE (1U << 1)
#endif

namespace hermetic {
namespace {

struct Job {
  absl::FunctionRef<int()> start;
  int error = 0;
};

// This process, as far as fork() was used: vfork() runs no handlers, so in its
// child this is another.
pid_t own_pid = 0;

[[gnu::constructor]] void NoteOwnPid() {
  own_pid = getpid();
  pthread_atfork(nullptr, nullptr, [] { own_pid = getpid(); });
}

// A directory has two links, and one for each directory in it.
bool HasOtherThreads() {
  struct stat tasks;
  return !IsChildOfVfork() && (stat("/proc/self/task", &tasks) != 0 || tasks.st_nlink > 3);
}

// An empty range: only the copy is wanted. unshare() itself is refused by the
// kernel layer.
int CopyDescriptors() {
  return syscall(SYS_close_range, UINT_MAX, UINT_MAX, CLOSE_RANGE_UNSHARE) == 0 ? 0 : errno;
}

void* Run(void* argument) {
  auto& job = *static_cast<Job*>(argument);
  job.error = CopyDescriptors();
  // Before Linux 5.9 it is as safe as it was.
  if (job.error == 0 || job.error == ENOSYS) job.error = job.start();
  return nullptr;
}

}  // namespace

bool IsChildOfVfork() { return own_pid != getpid(); }

int WithPrivateDescriptors(absl::FunctionRef<int()> start) {
  if (!HasOtherThreads()) return start();
  Job job{start};
  pthread_t thread;
  if (const int error = pthread_create(&thread, nullptr, Run, &job); error != 0) return error;
  pthread_join(thread, nullptr);
  return job.error;
}

}  // namespace hermetic
