// The directory that puts our sitecustomize in front of another Python's own.
#ifndef HERMETIC_HOST_HOOK_DIRECTORY_H_
#define HERMETIC_HOST_HOOK_DIRECTORY_H_

#include <string>
#include <utility>

#include "absl/status/statusor.h"

namespace hermetic::host {

// Owns the directory: it goes with everything in it. Movable.
class HookDirectory {
 public:
  // In TMPDIR. kFailedPrecondition if nothing can be written there.
  static absl::StatusOr<HookDirectory> Make();

  HookDirectory(HookDirectory&& other) noexcept : path_(std::exchange(other.path_, "")) {}
  HookDirectory& operator=(HookDirectory&&) = delete;
  ~HookDirectory();

  const std::string& path() const { return path_; }

  // For the interpreter that this process becomes: PYTHONPATH, and what its hook
  // is to hold (foreign_options.h).
  void SetVariables(const std::string& flags) const;

 private:
  explicit HookDirectory(std::string path) : path_(std::move(path)) {}

  std::string path_;
};

}  // namespace hermetic::host

#endif  // HERMETIC_HOST_HOOK_DIRECTORY_H_
