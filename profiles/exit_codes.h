// The exit codes of our own; every other one is the target's (design.md section 6).
#ifndef HERMETIC_PROFILES_EXIT_CODES_H_
#define HERMETIC_PROFILES_EXIT_CODES_H_

namespace hermetic {

enum class ExitCode : int {
  kCannotStart = 1,  // Bad policy or target, or the machine cannot do what is asked.
  kUsage = 2,        // As python3 has it.
  kViolation = 2,
  kTimeout = 124,
};

}  // namespace hermetic

#endif  // HERMETIC_PROFILES_EXIT_CODES_H_
