// A line for a refusal that the interpreter could not explain.
#ifndef HERMETIC_GUARDS_KERNEL_KERNEL_HINT_H_
#define HERMETIC_GUARDS_KERNEL_KERNEL_HINT_H_

#include <string>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "guards/kernel/kernel_row.h"

namespace hermetic::kernel {

// Which of the rows in force answer an operation with `error` (EPERM or
// EACCES): "hermetic: EPERM may be ...: --no-network". `path` is that of the
// operation, empty where it has none. Empty when no row answers like that.
std::string KernelHint(absl::Span<const Row> rows, int error, absl::string_view path);

}  // namespace hermetic::kernel

#endif  // HERMETIC_GUARDS_KERNEL_KERNEL_HINT_H_
