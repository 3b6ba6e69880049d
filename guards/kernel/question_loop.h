// The supervisor's answers, call by call.
#ifndef HERMETIC_GUARDS_KERNEL_QUESTION_LOOP_H_
#define HERMETIC_GUARDS_KERNEL_QUESTION_LOOP_H_

#include "guards/kernel/denial_log.h"
#include "guards/kernel/network_mode.h"
#include "guards/kernel/network_questions.h"
#include "guards/kernel/unique_fd.h"

namespace hermetic::kernel {

// Ends the process when no process is left under the filter. A question that
// cannot be answered is refused.
[[noreturn]] void AnswerQuestions(const UniqueFd& listener, const NetworkPlan& plan,
                                  NetworkQuestions questions, KernelDenialLog& log);

}  // namespace hermetic::kernel

#endif  // HERMETIC_GUARDS_KERNEL_QUESTION_LOOP_H_
