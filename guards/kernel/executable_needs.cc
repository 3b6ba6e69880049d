#include "guards/kernel/executable_needs.h"

#include <elf.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"

namespace hermetic::kernel {
namespace {

constexpr int kMaxInterpreters = 4;  // As the kernel: scripts of scripts end there.

std::string FindProgram(absl::string_view program) {
  if (program.find('/') != absl::string_view::npos) return absl::StrCat(program);
  const char* path = getenv("PATH");
  for (const absl::string_view directory : absl::StrSplit(path == nullptr ? "" : path, ':')) {
    std::string candidate = absl::StrCat(directory, "/", program);
    if (access(candidate.c_str(), X_OK) == 0) return candidate;
  }
  return {};
}

// Both 64-bit architectures that we know use little-endian ELF64.
std::string ElfInterpreter(std::ifstream& file) {
  Elf64_Ehdr header;
  if (!file.seekg(0).read(reinterpret_cast<char*>(&header), sizeof(header))) return {};
  for (int i = 0; i < header.e_phnum; ++i) {
    Elf64_Phdr segment;
    file.seekg(static_cast<std::streamoff>(header.e_phoff + uint64_t{header.e_phentsize} * i));
    if (!file.read(reinterpret_cast<char*>(&segment), sizeof(segment))) return {};
    if (segment.p_type != PT_INTERP || segment.p_filesz > 4096) continue;
    std::string name(segment.p_filesz, '\0');
    file.seekg(static_cast<std::streamoff>(segment.p_offset));
    if (!file.read(name.data(), static_cast<std::streamsize>(name.size()))) return {};
    return name.c_str();  // Without the terminating zero.
  }
  return {};
}

// The program that a file needs to run, if any.
std::string InterpreterOf(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  char magic[SELFMAG] = {};
  if (!file.read(magic, sizeof(magic))) return {};
  if (memcmp(magic, ELFMAG, SELFMAG) == 0) return ElfInterpreter(file);
  std::string line;
  if (!std::getline(file.seekg(0), line) || line.rfind("#!", 0) != 0) return {};
  const absl::string_view command = absl::StripAsciiWhitespace(absl::string_view(line).substr(2));
  return absl::StrCat(command.substr(0, command.find_first_of(" \t")));
}

}  // namespace

std::vector<std::string> NeededToExecute(absl::string_view program) {
  std::vector<std::string> needed;
  std::string next = FindProgram(program);
  for (int i = 0; !next.empty() && i <= kMaxInterpreters; ++i) {
    std::error_code error;
    const std::filesystem::path real = std::filesystem::canonical(next, error);
    if (error) break;
    needed.push_back(real.string());
    next = InterpreterOf(needed.back());
  }
  return needed;
}

}  // namespace hermetic::kernel
