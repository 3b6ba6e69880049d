// Decides about addresses and names for the supervisor.
#ifndef HERMETIC_GUARDS_KERNEL_ADDRESS_GATE_H_
#define HERMETIC_GUARDS_KERNEL_ADDRESS_GATE_H_

#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "guards/kernel/network_questions.h"
#include "guards/kernel/resolved_addresses.h"

namespace hermetic::kernel {

// Thread-safe.
class AddressGate {
 public:
  explicit AddressGate(NetworkQuestions questions) : questions_(std::move(questions)) {}

  // May block: the names that the policy spells out are resolved when an
  // address is not known yet.
  bool MayConnect(const SocketAddress& address);

  bool MayResolve(std::string_view name) const { return questions_.MayResolve(name); }

  // The acceptable addresses of a permitted name, known from here on. Blocks.
  std::vector<SocketAddress> ResolveForProgram(const std::string& name, int family);

 private:
  void LearnHostsFile();

  const NetworkQuestions questions_;
  ResolvedAddresses resolved_;
  std::once_flag hosts_file_;
  std::once_flag names_;
};

}  // namespace hermetic::kernel

#endif  // HERMETIC_GUARDS_KERNEL_ADDRESS_GATE_H_
