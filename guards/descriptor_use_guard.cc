#include "guards/descriptor_use_guard.h"

#include <fcntl.h>

#include <optional>
#include <utility>

#include "guards/descriptor_guard.h"
#include "guards/enforcement.h"
#include "guards/network_decision.h"
#include "guards/py_ref.h"
#include "guards/python_compat.h"
#include "guards/sys_attribute.h"

namespace hermetic {
namespace {

// A null one is left to fail by itself; with an __index__ of its own, a number
// could be another one when it is used.
Verdict DecideUse(const ActivePolicy& active, PyObject* descriptor) {
  if (descriptor == nullptr) return kAllowed;
  const std::optional<int64_t> fd = IntValue(descriptor);
  return fd ? DecideAdoption(active, static_cast<int>(*fd))
            : RefuseAlways(active, kAdoptSocket, "invalid descriptor");
}

}  // namespace

PyObject* AroundFileInit(const ActivePolicy& active, const GuardedCall& call) {
  PyObject* file = call.args().Get(0, "file");
  if (file != nullptr && PyIndex_Check(file) != 0) {
    Verdict refusal = DecideUse(active, file);
    return refusal == kAllowed ? call.Original() : EnforceOn(call, std::move(refusal));
  }
  PyRef done = PyRef::Steal(call.Original());
  if (!done || call.args().Get(3, "opener") == nullptr) return done.Release();
  int& opened = FileOf(call.args().self())->fd;
  Verdict refusal = DecideAdoption(active, opened);
  if (refusal == kAllowed || Enforce(std::move(refusal)) == 0) return done.Release();
  opened = -1;  // The object may be kept by the caller.
  return nullptr;
}

Verdict CheckDescriptor(const ActivePolicy& active, const Args& args) {
  return DecideUse(active, args.Get(0, "fd"));
}

// sendfile(out_fd, in_fd, ...)
Verdict CheckSendFile(const ActivePolicy& active, const Args& args) {
  return DecideUse(active, args.Get(0, "out_fd"));
}

// splice(src, dst, ...)
Verdict CheckSplice(const ActivePolicy& active, const Args& args) {
  if (Verdict refusal = DecideUse(active, args.Get(0, "src"))) return refusal;
  return DecideUse(active, args.Get(1, "dst"));
}

// (fd, command, argument)
Verdict CheckFileControlEvent(const ActivePolicy& active, const Args& args) {
  const auto command = IntValue(args[1]);
  const bool duplicates = command == F_DUPFD || command == F_DUPFD_CLOEXEC;
  return duplicates ? DecideUse(active, args[0]) : kAllowed;
}

namespace {

// The number is asked for once, since `file` could have another one the next time.
PyObject* AroundDump(const ActivePolicy& active, const GuardedCall& call, size_t place) {
  PyObject* argument = call.args().Get(place, "file");
  if (argument == nullptr || argument == Py_None) argument = SysAttribute("stderr");
  if (argument == nullptr || argument == Py_None) return call.Original();  // A RuntimeError.
  const PyRef file = PyRef::Borrow(argument);
  const PyRef number = PyLong_Check(file.get()) != 0
                           ? PyRef::Borrow(file.get())
                           : PyRef::Steal(PyObject_CallMethod(file.get(), "fileno", nullptr));
  if (!number) return nullptr;
  Verdict refusal = DecideUse(active, number.get());
  if (refusal != kAllowed) return EnforceOn(call, std::move(refusal));
  if (number.get() == file.get()) return call.Original();
  const PyRef flushed = PyRef::Steal(PyObject_CallMethod(file.get(), "flush", nullptr));
  PyErr_Clear();
  PyRef result = PyRef::Steal(call.OriginalWith({place, "file", number.get()}));
  // For the file to stay open. Who uses several is asked by CPython to keep them.
  static auto& kept = *new PyRef;
  kept = PyRef::Borrow(file.get());
  return result.Release();
}

}  // namespace

PyObject* AroundDumpToFirst(const ActivePolicy& active, const GuardedCall& call) {
  return AroundDump(active, call, 0);
}

PyObject* AroundDumpToSecond(const ActivePolicy& active, const GuardedCall& call) {
  return AroundDump(active, call, 1);
}

PyObject* AroundDumpToThird(const ActivePolicy& active, const GuardedCall& call) {
  return AroundDump(active, call, 2);
}

}  // namespace hermetic
