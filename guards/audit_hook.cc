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
  uint32_t key = 0;
  GuardMask when = 0;
  Check check = nullptr;
};

// Open addressing, at most half full, so that a miss ends at once. What finds no
// place before the end goes into the room behind it, whose last slot stays empty.
constexpr size_t kSlotBits = 9;
constexpr size_t kRoomBehind = 16;

std::array<EventSlot, (size_t{1} << kSlotBits) + kRoomBehind> table;

ArmCallback arm_callback = nullptr;

// Of a name that is not empty. The ends of event names differ most
// ("socket.connect", "socket.bind").
uint32_t KeyOf(const char* name) {
  const size_t length = std::strlen(name);
  const auto at = [name](size_t i) {
    return static_cast<uint32_t>(static_cast<unsigned char>(name[i]));
  };
  return at(0) | at(length / 2) << 8 | at(length - 1) << 16 | static_cast<uint32_t>(length) << 24;
}

// By the multiplication all bits reach the highest ones (Fibonacci hashing).
EventSlot* SlotsFor(uint32_t key) { return &table[key * 0x9E3779B1U >> (32 - kSlotBits)]; }

// Null for an event that none of the guards in `mask` answers for.
const EventSlot* Find(const char* name, GuardMask mask) {
  if (*name == '\0') return nullptr;
  const uint32_t key = KeyOf(name);
  for (const EventSlot* slot = SlotsFor(key); slot->name != nullptr; ++slot) {
    if (slot->key == key && (slot->when & mask) != 0 && std::strcmp(slot->name, name) == 0) {
      return slot;
    }
  }
  return nullptr;
}

absl::Status Insert(const AuditEvent& event, GuardMask when) {
  if (Find(event.name, ~GuardMask{0}) != nullptr) {
    return absl::InternalError(absl::StrCat("two guards claim the audit event ", event.name));
  }
  const uint32_t key = KeyOf(event.name);
  EventSlot* slot = SlotsFor(key);
  while (slot->name != nullptr) ++slot;
  if (slot == &table.back()) return absl::InternalError("too many audit events");
  *slot = {event.name, key, when, event.check};
  return absl::OkStatus();
}

// Out of line, so that the way to here needs no registers saved.
[[gnu::noinline]] int CheckEvent(const EventSlot& slot, PyObject* args) {
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
[[gnu::noinline]] int AwaitMoment(const char* event, PyObject* args) {
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
  table = {};
  for (const Guard& guard : AllGuards()) {
    for (const AuditEvent& event : guard.events) {
      if (absl::Status status = Insert(event, guard.when); !status.ok()) return status;
    }
  }
  return absl::OkStatus();
}

Verdict AskAuditHook(const char* event, const Args& args) {
  const EventSlot* slot = Find(event, ActivePolicy::Mask());
  return slot == nullptr ? kAllowed : slot->check(ActivePolicy::Get(), args);
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
  const EventSlot* slot = Find(event, mask);
  return slot == nullptr ? 0 : CheckEvent(*slot, args);
}

}  // namespace hermetic
