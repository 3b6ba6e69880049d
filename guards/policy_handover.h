// How a program that this process starts learns of the policy it is under.
//
// A memory file, sealed against every change, at a high descriptor: it passes through `env -i`,
// shells and -I -S -E. It is made anew at the last moment before each execve (exec_gate.h), so
// nothing of it is there for Python code to close, replace or write to. Where a program in between
// closes its descriptors before it starts ours (another Python's subprocess), the hand-over that it
// has itself is taken; a program without any ends the chain, and what runs there is the kernel
// layer's to hold.
#ifndef HERMETIC_GUARDS_POLICY_HANDOVER_H_
#define HERMETIC_GUARDS_POLICY_HANDOVER_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "guards/audit_log.h"
#include "guards/environment_rules.h"
#include "guards/run_rules.h"
#include "guards/tree_record.h"
#include "profiles/merge.h"

namespace hermetic {

// Where they stand in a program that is started under a policy: out of the way, and
// where this process's hard limit still allows it. Usually 1023 and 1022.
struct HandoverPlace {
  int policy;
  int log;  // The audit log, if there is one.
};
HandoverPlace PlaceOfHandover();

struct Handover {
  PolicyStack stack;  // Outermost first; never empty.
  RecordTicket record;
  Tally carried;  // From the program that this process was before.
  FileIdentity log;
  int log_descriptor = -1;  // It is there, unless it was closed on the way.
};

// What the process that started this one left for us, taken out of the
// descriptor table, or else what the nearest process above has; nullopt, after
// two system calls, where there is nothing.
// kInvalidArgument for one that is damaged or of another version: the program
// must not run then.
absl::StatusOr<std::optional<Handover>> TakeHandover();

// Takes part in the record and the log of the process that started this one.
void JoinTree(const Handover& handover);

// What stands ready for the next execve. Immutable and never freed: it is read
// by threads without locks and by children of vfork.
struct ExecState {
  std::string text;                           // The stack, as stack_text.h writes it.
  std::vector<RunRules> run;                  // Of each level with --no-subprocess.
  std::string refusal;                        // The line of the record about a refused program.
  std::vector<EnvironmentRules> environment;  // Of each level that keeps variables back.
  // The variables that make the dynamic linker load code, as this process was given
  // them ("NAME=VALUE"): with others, a listed program would be another one.
  std::vector<std::string> linker_variables;
};

// Puts it where the next program looks. False with errno set: then nothing must
// be executed. Only system calls: it runs in children of vfork.
bool PlaceHandover(const ExecState& state);
// Takes it out again, for an execve that failed.
void WithdrawHandover();

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_POLICY_HANDOVER_H_
