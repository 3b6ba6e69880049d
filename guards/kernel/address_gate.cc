#include "guards/kernel/address_gate.h"

#include <sys/socket.h>

namespace hermetic::kernel {

bool AddressGate::MayConnect(const SocketAddress& address) {
  if (!address.ip()) return false;
  const auto ask = [&] {
    return questions_.MayConnect(*address.ip(), address.port(), resolved_.NamesOf(*address.ip()));
  };
  if (ask()) return true;
  std::call_once(hosts_file_, [&] { LearnHostsFile(); });
  if (ask()) return true;
  std::call_once(names_, [&] {
    for (const std::string& name : questions_.names()) ResolveForProgram(name, AF_UNSPEC);
  });
  return ask();
}

std::vector<SocketAddress> AddressGate::ResolveForProgram(const std::string& name, int family) {
  std::vector<SocketAddress> accepted;
  for (const SocketAddress& address : Resolve(name, family)) {
    if (!questions_.AcceptsAnswer(name, *address.ip())) continue;
    resolved_.Add(*address.ip(), name);
    accepted.push_back(address);
  }
  return accepted;
}

// The program's libc answers those names without asking anyone.
void AddressGate::LearnHostsFile() {
  for (const HostsEntry& entry : ReadHostsFile()) {
    if (questions_.MayResolve(entry.name)) resolved_.Add(entry.address, entry.name);
  }
}

}  // namespace hermetic::kernel
