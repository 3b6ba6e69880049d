// A DNS server for the supervised program: it answers for permitted names only,
// from the machine's own resolver, and lets nothing else out.
#ifndef HERMETIC_GUARDS_KERNEL_FILTERING_RESOLVER_H_
#define HERMETIC_GUARDS_KERNEL_FILTERING_RESOLVER_H_

#include <cstdint>

#include "absl/status/status.h"
#include "guards/kernel/address_gate.h"
#include "guards/kernel/denial_log.h"
#include "guards/kernel/unique_fd.h"

namespace hermetic::kernel {

// Runs in the supervisor, in threads of its own, as long as the process lives.
// TCP on a loopback port; other processes of the machine that find the port
// learn the addresses of permitted names and nothing more.
class FilteringResolver {
 public:
  // Both outlive the resolver.
  FilteringResolver(AddressGate& gate, KernelDenialLog& log) : gate_(gate), log_(log) {}

  absl::Status Start();
  uint16_t port() const { return port_; }

 private:
  void Accept();
  void Serve(UniqueFd connection);

  AddressGate& gate_;
  KernelDenialLog& log_;
  UniqueFd listener_;
  uint16_t port_ = 0;
};

}  // namespace hermetic::kernel

#endif  // HERMETIC_GUARDS_KERNEL_FILTERING_RESOLVER_H_
