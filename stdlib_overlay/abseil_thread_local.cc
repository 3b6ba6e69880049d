// Distributions build Abseil's archives for executables: two members, which
// absl::Status needs for its Cords, have thread-local storage in a way that a
// shared object cannot link. The linker takes no member whose symbols it has
// already, so here are those symbols for the extension module. What they are for
// (profiles of Cords, spin locks under contention) is nothing that we use.
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdint>

#include "absl/base/internal/sysinfo.h"
#include "absl/strings/internal/cordz_functions.h"

namespace absl {
ABSL_NAMESPACE_BEGIN

namespace base_internal {

int NumCPUs() { return static_cast<int>(sysconf(_SC_NPROCESSORS_ONLN)); }
double NominalCPUFrequency() { return 1.0; }  // Abseil's word for "unknown".
pid_t GetTID() { return static_cast<pid_t>(syscall(SYS_gettid)); }
pid_t GetCachedTID() { return GetTID(); }

}  // namespace base_internal

namespace cord_internal {

int32_t get_cordz_mean_interval() { return 0; }
void set_cordz_mean_interval(int32_t /*mean_interval*/) {}

#ifdef ABSL_INTERNAL_CORDZ_ENABLED
// How many Cords pass before the next question below.
ABSL_CONST_INIT thread_local int64_t cordz_next_sample = INT64_MAX;
bool cordz_should_profile_slow() { return false; }
void cordz_set_next_sample_for_testing(int64_t /*next_sample*/) {}
#endif

}  // namespace cord_internal

ABSL_NAMESPACE_END
}  // namespace absl
