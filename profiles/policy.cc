#include "profiles/policy.h"

namespace hermetic {

bool Policy::RestrictsAnything() const {
  return no_network || no_subprocess || fs_readonly || !fs_root.empty() || !deny_read.empty() ||
         no_environment || scrub_env || no_code_exec || no_interpreter_mutation || block_native ||
         !deny_import.empty() || max_memory_bytes || max_cpu || timeout || max_processes ||
         max_file_size_bytes || seal;
}

}  // namespace hermetic
