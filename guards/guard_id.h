// The guards, by the names that compatibility.md gives them.
#ifndef HERMETIC_GUARDS_GUARD_ID_H_
#define HERMETIC_GUARDS_GUARD_ID_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hermetic {

enum class GuardId : uint8_t {
  kNetwork,
  kSubprocess,
  kFilesystem,
  kEnvironment,
  kCodeExec,
  kImports,
  kInterpreter,
  kSeal,
};

inline constexpr std::array<std::string_view, 8> kGuardNames = {
    "network",   "subprocess", "filesystem",  "environment",
    "code_exec", "imports",    "interpreter", "seal"};

constexpr std::string_view GuardName(GuardId id) { return kGuardNames[static_cast<size_t>(id)]; }

// A set of guards, one bit each.
using GuardMask = uint32_t;

constexpr GuardMask MaskOf(GuardId id) { return GuardMask{1} << static_cast<unsigned>(id); }

// Set while any policy is active; for what every policy refuses.
inline constexpr GuardMask kAnyPolicy = GuardMask{1} << 30;
// Set between the installation of the hook and its arming.
inline constexpr GuardMask kNotArmedYet = GuardMask{1} << 31;

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_GUARD_ID_H_
