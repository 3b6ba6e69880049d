// The address that a program hands to a socket's method, decoded to what the C
// code will make of it.
#ifndef HERMETIC_GUARDS_SOCKET_ADDRESS_H_
#define HERMETIC_GUARDS_SOCKET_ADDRESS_H_

#include <Python.h>

#include <cstdint>
#include <string>

#include "guards/host_text.h"
#include "guards/py_ref.h"

namespace hermetic {

// May the decoder call CPython's idna codec, which is Python code? The audit
// hook must not; a guarded builtin may, since it then hands the result on.
enum class IdnaCodec : uint8_t { kMayRun, kMustNotRun };

struct HostArgument {
  enum class Kind : uint8_t {
    kHost,
    kOdd,  // Nothing that could name a host: another type, a NUL, bad IDNA.
  };
  Kind kind = Kind::kOdd;
  HostText host;
  std::string shown;        // For messages.
  bool is_literal = false;  // The C code reads these very bytes: an ASCII str or bytes.
};

// Mutable buffers are odd: another thread could change them after the check.
HostArgument DecodeHost(PyObject* host, IdnaCodec codec);

struct SocketAddress {
  enum class Kind : uint8_t { kInternet, kUnix, kOdd };
  Kind kind = Kind::kOdd;
  HostArgument host;  // kInternet.
  int port = 0;       // kInternet; 0 for what is no port.
  std::string shown;  // For messages.
};

// By shape: the families with other addresses cannot be had (see socket_guard.cc).
SocketAddress DecodeAddress(PyObject* address, IdnaCodec codec);

// `address`, a tuple, with the host given as bytes. Null with an exception set.
PyRef WithHost(PyObject* address, const std::string& host);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_SOCKET_ADDRESS_H_
