#include "guards/file_gate.h"

#include <cerrno>
#include <utility>

#include "absl/strings/str_cat.h"
#include "guards/enforcement.h"
#include "guards/host_activity.h"
#include "guards/py_ref.h"
#include "guards/python_compat.h"
#include "profiles/absl_view.h"

namespace hermetic {
namespace {

// The exception of the last refusal in this thread; owned, touched with the GIL
// held only. Not a PyRef: a thread may end after the interpreter.
thread_local PyObject* waiting = nullptr;
// Nothing has been asked since. An EACCES of later is the kernel's own.
thread_local bool is_fresh = false;

PyRef CurrentFrame() {
  return PyRef::Steal(reinterpret_cast<PyObject*>(PyThreadState_GetFrame(PyThreadState_Get())));
}

// A builtin that calls a library is under way in this thread. What the library
// cannot open it may do without: only the failure of the builtin is a violation.
class LibraryCall {
 public:
  LibraryCall() : outer_(std::exchange(current_, this)), caller_(CurrentFrame()) {}
  ~LibraryCall() { current_ = outer_; }
  LibraryCall(const LibraryCall&) = delete;
  LibraryCall& operator=(const LibraryCall&) = delete;

  // Null while the library has called Python code. GIL held.
  static LibraryCall* Current() {
    return current_ != nullptr && current_->caller_.get() == CurrentFrame().get() ? current_
                                                                                  : nullptr;
  }

  void Keep(Verdict refusal) {
    if (refusal_ == kAllowed) refusal_ = std::move(refusal);
  }
  Verdict TakeRefusal() { return std::move(refusal_); }

 private:
  inline static thread_local LibraryCall* current_ = nullptr;
  LibraryCall* outer_;
  PyRef caller_;
  Verdict refusal_;
};

class GilHolder {
 public:
  GilHolder() : state_(PyGILState_Ensure()) {}
  ~GilHolder() { PyGILState_Release(state_); }
  GilHolder(const GilHolder&) = delete;
  GilHolder& operator=(const GilHolder&) = delete;

 private:
  PyGILState_STATE state_;
};

// "--allow-write DIR" for a file in DIR.
std::string FixFor(std::string_view option, std::string_view path) {
  const size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return absl::StrCat(AbslView(option), " .");
  return absl::StrCat(AbslView(option), " ", AbslView(slash == 0 ? "/" : path.substr(0, slash)));
}

// Records the refusal and keeps its exception. False if the policy only tells.
bool Keep(const PolicyLevel& level, FileAnswer answer, const FileRequest& request) {
  // A thread of a library's own has nobody to raise an exception in.
  if (Py_IsInitialized() == 0 || PyGILState_GetThisThreadState() == nullptr) {
    return !level.policy.OnlyTells();
  }
  const GilHolder gil;
  const SavedException current;
  if (LibraryCall* call = LibraryCall::Current(); call != nullptr && !level.policy.OnlyTells()) {
    call->Keep(FileRefusal(level, answer, request));
    return true;
  }
  if (Enforce(FileRefusal(level, answer, request)) == 0) return false;
  Py_XSETREF(waiting, TakeException());
  is_fresh = true;
  return true;
}

std::string_view OperationName(FileOperation operation) {
  return operation == FileOperation::kOpen ? "open" : "stat";
}

}  // namespace

void ForgetRefusal() {
  if (!OwnFiles::IsOn()) is_fresh = false;
}

bool IsAllowed(FileAccess access, std::string_view canonical) {
  if (OwnFiles::IsOn()) return true;
  const FileLevels::Reader reader;
  for (const LevelRef& level : reader.levels()) {
    if (level->files.Decide(access, canonical) != FileAnswer::kAllowed) return false;
  }
  return true;
}

bool GateRefuses(const FileRequest& request) {
  if (OwnFiles::IsOn()) return false;
  ForgetRefusal();
  const FileLevels::Reader reader;
  for (const LevelRef& level : reader.levels()) {
    const FileAnswer answer = level->files.Decide(request.access, request.canonical);
    if (answer == FileAnswer::kAllowed || !Keep(*level, answer, request)) continue;
    errno = EACCES;
    return true;
  }
  return false;
}

Verdict FileRefusal(const PolicyLevel& level, FileAnswer answer, const FileRequest& request) {
  const absl::string_view path = AbslView(request.path);
  const absl::string_view operation = AbslView(OperationName(request.operation));
  Violation violation = {.guard = GuardId::kFilesystem, .target = std::string(request.path)};
  switch (answer) {
    case FileAnswer::kAllowed:
    case FileAnswer::kReadOutsideRoot:
      violation.operation = "read";
      violation.message = absl::StrCat("read outside sandbox root: ", path);
      violation.trace = absl::StrCat("blocked ", operation, " read-outside-root path=", path);
      violation.option = "--fs-readonly";
      violation.fix = FixFor("--allow-read", request.path);
      break;
    case FileAnswer::kReadDenied:
      violation.operation = "read";
      violation.message = absl::StrCat("read denied: ", path);
      violation.trace = absl::StrCat("blocked ", operation, " read-denied path=", path);
      violation.option = "--deny-read";
      break;
    case FileAnswer::kSystemState:
      violation.operation = "open";
      violation.message = absl::StrCat("system state out of reach: ", path);
      violation.trace = absl::StrCat("blocked open system-state path=", path);
      violation.option = "every policy";
      break;
    case FileAnswer::kWriteDenied:
      violation.option = "--fs-readonly";
      violation.fix = FixFor("--allow-write", request.path);
      if (request.operation == FileOperation::kOpen) {
        violation.operation = "write";
        violation.message = absl::StrCat("filesystem readonly: ", path);
        violation.trace = absl::StrCat("blocked open write path=", path);
      } else {
        violation.operation = "change";
        violation.message = "filesystem mutation disabled";
        violation.trace = "blocked fs mutation";
        violation.target.clear();
      }
      break;
  }
  return Refuse(level, std::move(violation));
}

bool RaiseWaitingRefusal() {
  if (!is_fresh) return false;
  ForgetRefusal();
  const PyRef exception = PyRef::Steal(std::exchange(waiting, nullptr));
  PyErr_SetObject(reinterpret_cast<PyObject*>(Py_TYPE(exception.get())), exception.get());
  return true;
}

PyObject* RaiseRefusalOfLibrary(const ActivePolicy& /*active*/, const GuardedCall& call) {
  const FileLevels::Reader levels;  // The refusal points to one of them.
  LibraryCall library;
  PyRef result = PyRef::Steal(call.Original());
  Verdict refusal = library.TakeRefusal();
  if (result || refusal == kAllowed) return result.Release();
  PyRef failure = PyRef::Steal(TakeException());
  if (Enforce(std::move(refusal)) == 0) {
    PyErr_SetObject(reinterpret_cast<PyObject*>(Py_TYPE(failure.get())), failure.get());
  }
  return nullptr;
}

PyObject* RaiseRefusalOfAccess(const ActivePolicy& /*active*/, const GuardedCall& call) {
  ForgetRefusal();
  PyRef result = PyRef::Steal(call.Original());
  return RaiseWaitingRefusal() ? nullptr : result.Release();
}

PyObject* RaiseRefusalForPermissionError(const ActivePolicy& /*active*/, const GuardedCall& call) {
  return RaiseWaitingRefusal() ? nullptr : call.Original();
}

}  // namespace hermetic
