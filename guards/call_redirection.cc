#include "guards/call_redirection.h"

#include <Python.h>
#include <dlfcn.h>
#include <elf.h>
#include <link.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "absl/strings/str_cat.h"

namespace hermetic {
namespace {

struct Target {
  void* ours;
  void* libc;
};

using Targets = std::unordered_map<std::string_view, Target>;

Targets& AllTargets() {
  static auto& targets = *new Targets;
  return targets;
}

#if defined(__x86_64__)
constexpr uint32_t kCallSlot = R_X86_64_JUMP_SLOT;
constexpr uint32_t kAddressSlot = R_X86_64_GLOB_DAT;
constexpr uint32_t kDataPointer = R_X86_64_64;
#elif defined(__aarch64__)
constexpr uint32_t kCallSlot = R_AARCH64_JUMP_SLOT;
constexpr uint32_t kAddressSlot = R_AARCH64_GLOB_DAT;
constexpr uint32_t kDataPointer = R_AARCH64_ABS64;
#else
#error "The relocations of x86-64 and aarch64 are known only."
#endif

bool Contains(const dl_phdr_info& info, const void* address) {
  const auto wanted = reinterpret_cast<uintptr_t>(address);
  for (size_t i = 0; i < info.dlpi_phnum; ++i) {
    const ElfW(Phdr)& segment = info.dlpi_phdr[i];
    const uintptr_t start = info.dlpi_addr + segment.p_vaddr;
    if (segment.p_type == PT_LOAD && wanted >= start && wanted - start < segment.p_memsz) {
      return true;
    }
  }
  return false;
}

// A loaded object's own tables for the dynamic linker.
class DynamicObject {
 public:
  explicit DynamicObject(const dl_phdr_info& info) : base_(info.dlpi_addr) {
    for (size_t i = 0; i < info.dlpi_phnum; ++i) {
      const ElfW(Phdr)& segment = info.dlpi_phdr[i];
      if (segment.p_type == PT_DYNAMIC) ReadDynamic(At<ElfW(Dyn)>(segment.p_vaddr));
      if (segment.p_type == PT_GNU_RELRO) {
        relro_start_ = base_ + segment.p_vaddr;
        relro_end_ = relro_start_ + segment.p_memsz;
      }
    }
  }

  // How many slots are ours now; -1 if one cannot be written.
  int Redirect() const {
    const int calls = Redirect(calls_, calls_size_);
    const int others = Redirect(relocations_, relocations_size_);
    return calls < 0 || others < 0 ? -1 : calls + others;
  }

 private:
  template <typename T>
  const T* At(uintptr_t offset) const {
    return reinterpret_cast<const T*>(base_ + offset);
  }

  // The dynamic linker has made addresses of these offsets, for most objects.
  template <typename T>
  const T* AtPointer(uintptr_t pointer) const {
    return pointer < base_ ? At<T>(pointer) : reinterpret_cast<const T*>(pointer);
  }

  void ReadDynamic(const ElfW(Dyn) * entry) {
    for (; entry->d_tag != DT_NULL; ++entry) {
      const uintptr_t value = entry->d_un.d_ptr;
      if (entry->d_tag == DT_SYMTAB) symbols_ = AtPointer<ElfW(Sym)>(value);
      if (entry->d_tag == DT_STRTAB) names_ = AtPointer<char>(value);
      if (entry->d_tag == DT_RELA) relocations_ = AtPointer<ElfW(Rela)>(value);
      if (entry->d_tag == DT_RELASZ) relocations_size_ = value / sizeof(ElfW(Rela));
      if (entry->d_tag == DT_JMPREL) calls_ = AtPointer<ElfW(Rela)>(value);
      if (entry->d_tag == DT_PLTRELSZ) calls_size_ = value / sizeof(ElfW(Rela));
    }
  }

  int Redirect(const ElfW(Rela) * relocations, size_t count) const {
    if (relocations == nullptr || symbols_ == nullptr || names_ == nullptr) return 0;
    int redirected = 0;
    for (const ElfW(Rela) & relocation : absl::MakeConstSpan(relocations, count)) {
      const Target* target = TargetOf(relocation);
      if (target == nullptr) continue;
      void** slot = const_cast<void**>(At<void*>(relocation.r_offset));
      // Data that the program has changed since is the program's.
      if (ELF64_R_TYPE(relocation.r_info) == kDataPointer && *slot != target->libc) continue;
      if (!Write(slot, target->ours)) return -1;
      ++redirected;
    }
    return redirected;
  }

  const Target* TargetOf(const ElfW(Rela) & relocation) const {
    const uint32_t type = ELF64_R_TYPE(relocation.r_info);
    if (type != kCallSlot && type != kAddressSlot && type != kDataPointer) return nullptr;
    const ElfW(Sym)& symbol = symbols_[ELF64_R_SYM(relocation.r_info)];
    if (symbol.st_shndx != SHN_UNDEF || symbol.st_name == 0) return nullptr;
    const auto found = AllTargets().find(names_ + symbol.st_name);
    return found == AllTargets().end() ? nullptr : &found->second;
  }

  // What the dynamic linker has closed behind it (RELRO) is opened for the moment.
  bool Write(void** slot, void* value) const {
    const auto address = reinterpret_cast<uintptr_t>(slot);
    const bool is_closed = address >= relro_start_ && address < relro_end_;
    static const auto page = static_cast<uintptr_t>(sysconf(_SC_PAGESIZE));
    auto* const start = reinterpret_cast<void*>(address & ~(page - 1));
    if (is_closed && mprotect(start, page, PROT_READ | PROT_WRITE) != 0) return false;
    __atomic_store_n(slot, value, __ATOMIC_RELEASE);
    // A page that RELRO shares with other data was never closed.
    if (is_closed && address + page <= relro_end_) mprotect(start, page, PROT_READ);
    return true;
  }

  uintptr_t base_;
  const ElfW(Sym) * symbols_ = nullptr;
  const char* names_ = nullptr;
  const ElfW(Rela) * relocations_ = nullptr;
  size_t relocations_size_ = 0;
  const ElfW(Rela) * calls_ = nullptr;
  size_t calls_size_ = 0;
  uintptr_t relro_start_ = 0;
  uintptr_t relro_end_ = 0;
};

// The objects of this process, as far as the last walk has seen them.
struct Loaded {
  unsigned long long additions = 0;
  unsigned long long removals = 0;
  std::set<uintptr_t> objects;
};

Loaded& LastSeen() {
  static auto& loaded = *new Loaded;
  return loaded;
}

bool IsInterpreter(const dl_phdr_info& info) {
  return Contains(info, reinterpret_cast<const void*>(&PyOS_FSPath));
}

absl::Status RedirectObject(const dl_phdr_info& info) {
  const int redirected = DynamicObject(info).Redirect();
  if (redirected > 0 || (redirected == 0 && !IsInterpreter(info))) return absl::OkStatus();
  return absl::FailedPreconditionError(
      absl::StrCat("calls of the C library cannot be guarded in ",
                   *info.dlpi_name == '\0' ? "this python" : info.dlpi_name));
}

struct Walk {
  bool has_begun = false;
  absl::Status status;
};

// For dl_iterate_phdr, which ends with the first answer that is not 0.
int Visit(dl_phdr_info* info, size_t /*size*/, void* data) {
  Walk& walk = *static_cast<Walk*>(data);
  Loaded& seen = LastSeen();
  if (!std::exchange(walk.has_begun, true)) {
    if (info->dlpi_adds == seen.additions && info->dlpi_subs == seen.removals) return 1;
    if (info->dlpi_subs != seen.removals) seen.objects.clear();  // Addresses are used again.
    seen.additions = info->dlpi_adds;
    seen.removals = info->dlpi_subs;
  }
  if (!seen.objects.insert(info->dlpi_addr).second) return 0;
  walk.status = RedirectObject(*info);
  return walk.status.ok() ? 0 : 1;
}

}  // namespace

void SetInterposedFunctions(absl::Span<const InterposedFunction> functions) {
  for (const InterposedFunction& function : functions) {
    AllTargets()[function.symbol] = {function.function, dlsym(RTLD_NEXT, function.symbol)};
  }
}

absl::Status RedirectCalls() {
  if (AllTargets().empty()) return absl::OkStatus();
  Walk walk;
  dl_iterate_phdr(Visit, &walk);
  if (!walk.status.ok()) LastSeen() = {};
  return walk.status;
}

}  // namespace hermetic
