// Landlock's rights, with the ABI that brought each. Own constants: the headers
// that we build with may be older than the kernel that we run on.
// Source: Documentation/userspace-api/landlock.rst, include/uapi/linux/landlock.h.
#ifndef HERMETIC_GUARDS_KERNEL_LANDLOCK_ABI_H_
#define HERMETIC_GUARDS_KERNEL_LANDLOCK_ABI_H_

#include <cstdint>

#include "absl/strings/string_view.h"

namespace hermetic::kernel {

enum FileRight : uint64_t {
  kExecute = 1ULL << 0,
  kWriteFile = 1ULL << 1,
  kReadFile = 1ULL << 2,
  kReadDir = 1ULL << 3,
  kRemoveDir = 1ULL << 4,
  kRemoveFile = 1ULL << 5,
  kMakeChar = 1ULL << 6,
  kMakeDir = 1ULL << 7,
  kMakeReg = 1ULL << 8,
  kMakeSock = 1ULL << 9,
  kMakeFifo = 1ULL << 10,
  kMakeBlock = 1ULL << 11,
  kMakeSym = 1ULL << 12,
  kRefer = 1ULL << 13,
  kTruncate = 1ULL << 14,
};

enum NetworkRight : uint64_t { kBindTcp = 1ULL << 0, kConnectTcp = 1ULL << 1 };
enum Scope : uint64_t { kScopeAbstractUnix = 1ULL << 0, kScopeSignal = 1ULL << 1 };

struct RightRow {
  uint64_t right;
  absl::string_view name;
  int min_abi;
  bool directories_only;  // Refused by the kernel in a rule about a file.
};

inline constexpr RightRow kFileRights[] = {
    {kExecute, "execute", 1, false},     {kWriteFile, "write_file", 1, false},
    {kReadFile, "read_file", 1, false},  {kReadDir, "read_dir", 1, true},
    {kRemoveDir, "remove_dir", 1, true}, {kRemoveFile, "remove_file", 1, true},
    {kMakeChar, "make_char", 1, true},   {kMakeDir, "make_dir", 1, true},
    {kMakeReg, "make_reg", 1, true},     {kMakeSock, "make_sock", 1, true},
    {kMakeFifo, "make_fifo", 1, true},   {kMakeBlock, "make_block", 1, true},
    {kMakeSym, "make_sym", 1, true},     {kRefer, "refer", 2, true},
    {kTruncate, "truncate", 3, false},
};
inline constexpr int kMinNetworkAbi = 4;
inline constexpr int kMinScopeAbi = 6;

constexpr uint64_t FileRightsOf(int abi) {
  uint64_t rights = 0;
  for (const RightRow& row : kFileRights) rights |= abi >= row.min_abi ? row.right : 0;
  return rights;
}

constexpr uint64_t RightsForFiles() {
  uint64_t rights = 0;
  for (const RightRow& row : kFileRights) rights |= row.directories_only ? 0 : row.right;
  return rights;
}

inline constexpr uint64_t kReadRights = kReadFile | kReadDir;
inline constexpr uint64_t kOverwriteRights = kWriteFile | kTruncate;
inline constexpr uint64_t kWriteRights = FileRightsOf(99) & ~(kReadRights | kExecute);

}  // namespace hermetic::kernel

#endif  // HERMETIC_GUARDS_KERNEL_LANDLOCK_ABI_H_
