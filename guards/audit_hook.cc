#include "guards/audit_hook.h"

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "absl/strings/str_cat.h"
#include "guards/enforcement.h"
#include "guards/guard.h"
#include "guards/host_activity.h"

namespace hermetic {
namespace {

struct EventSlot {
  const char* name = nullptr;
  size_t length = 0;
  GuardMask when = 0;
  Check check = nullptr;
};

// Open addressing, at most half full, so that a miss ends at once.
constexpr size_t kSlots = 512;
using EventTable = std::array<EventSlot, kSlots>;

EventTable& Table() {
  static EventTable table;
  return table;
}

ArmCallback arm_callback = nullptr;

// The ends of event names differ most ("socket.connect", "socket.bind").
size_t HashOf(const char* name, size_t length) {
  const auto at = [name](size_t i) {
    return static_cast<size_t>(static_cast<unsigned char>(name[i]));
  };
  return (length * 37 + at(0) * 3 + at(length / 2) * 17 + at(length - 1) * 101) % kSlots;
}

const EventSlot* Find(const char* name) {
  const size_t length = std::strlen(name);
  if (length == 0) return nullptr;
  for (size_t i = HashOf(name, length);; i = (i + 1) % kSlots) {
    const EventSlot& slot = Table()[i];
    if (slot.name == nullptr) return nullptr;
    if (slot.length == length && std::memcmp(slot.name, name, length) == 0) return &slot;
  }
}

absl::Status Insert(const AuditEvent& event, GuardMask when) {
  const size_t length = std::strlen(event.name);
  if (Find(event.name) != nullptr) {
    return absl::InternalError(absl::StrCat("two guards claim the audit event ", event.name));
  }
  size_t i = HashOf(event.name, length);
  while (Table()[i].name != nullptr) i = (i + 1) % kSlots;
  Table()[i] = {event.name, length, when, event.check};
  return absl::OkStatus();
}

int CheckEvent(const EventSlot& slot, PyObject* args) {
  if (args == nullptr || !PyTuple_Check(args)) return 0;
  const Args view(reinterpret_cast<PyTupleObject*>(args)->ob_item,
                  static_cast<size_t>(PyTuple_GET_SIZE(args)));
  if (HostActivity::IsOn()) return 0;
  Verdict verdict = kAllowed;
  {
    const OwnFiles ours;  // Guards look at files themselves.
    verdict = slot.check(ActivePolicy::Get(), view);
  }
  return verdict == kAllowed ? 0 : Enforce(std::move(verdict));
}

// The first modules that come from files, and that variables could shadow, are
// `encodings` and `site`: by then builtins, sys and importlib stand.
int AwaitMoment(const char* event, PyObject* args) {
  if (std::strcmp(event, "import") != 0 || args == nullptr || !PyTuple_Check(args) ||
      PyTuple_GET_SIZE(args) == 0) {
    return 0;
  }
  const auto name = Utf8View(PyTuple_GET_ITEM(args, 0));
  if (name && (*name == "encodings" || *name == "site")) arm_callback();
  return 0;
}

}  // namespace

absl::Status BuildEventTable() {
  Table() = {};
  for (const Guard& guard : AllGuards()) {
    for (const AuditEvent& event : guard.events) {
      if (absl::Status status = Insert(event, guard.when); !status.ok()) return status;
    }
  }
  return absl::OkStatus();
}

Verdict AskAuditHook(const char* event, const Args& args) {
  const EventSlot* slot = Find(event);
  if (slot == nullptr || (slot->when & ActivePolicy::Mask()) == 0) return kAllowed;
  return slot->check(ActivePolicy::Get(), args);
}

void SetArmCallback(ArmCallback callback) { arm_callback = callback; }

int AuditHook(const char* event, PyObject* args, void* /*user_data*/) noexcept {
  GuardMask mask = ActivePolicy::Mask();
  if (mask == 0) [[likely]] {
    return 0;
  }
  if (mask == kNotArmedYet) [[unlikely]] {
    AwaitMoment(event, args);
    mask = ActivePolicy::Mask();
    if (mask == kNotArmedYet) return 0;
  }
  const EventSlot* slot = Find(event);
  if (slot == nullptr || (slot->when & mask) == 0) return 0;
  return CheckEvent(*slot, args);
}

}  // namespace hermetic
