#include "guards/archive_member.h"

#include <zlib.h>

#include <cstdint>

namespace hermetic {
namespace {

constexpr std::string_view kEndSignature("PK\5\6", 4);
constexpr std::string_view kEntrySignature("PK\1\2", 4);
constexpr std::string_view kHeaderSignature("PK\3\4", 4);
constexpr size_t kEndSize = 22;
constexpr size_t kEntrySize = 46;
constexpr size_t kHeaderSize = 30;
constexpr size_t kMaxSize = 64 << 20;
constexpr uint32_t kStored = 0;
constexpr uint32_t kDeflated = 8;

// A little-endian number of `size` bytes.
uint32_t Number(std::string_view bytes, size_t at, size_t size) {
  uint32_t value = 0;
  for (size_t i = size; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

struct Entry {
  uint32_t method;
  uint32_t packed_size;
  uint32_t size;
  uint32_t header_offset;
};

// The directory of an archive, and how far its offsets are from the file's.
struct Directory {
  size_t begin;
  size_t end;
  size_t shift;
};

std::optional<Directory> FindDirectory(std::string_view archive) {
  const size_t end = archive.rfind(kEndSignature);
  if (end == std::string_view::npos || archive.size() - end < kEndSize) return std::nullopt;
  const size_t size = Number(archive, end + 12, 4);
  const size_t offset = Number(archive, end + 16, 4);
  if (size > end || offset > end - size) return std::nullopt;
  return Directory{end - size, end, end - size - offset};
}

// Of several entries with one name the last one counts, as in zipimport.
std::optional<Entry> FindEntry(std::string_view archive, const Directory& directory,
                               std::string_view name) {
  std::optional<Entry> found;
  size_t at = directory.begin;
  while (at + kEntrySize <= directory.end && archive.substr(at, 4) == kEntrySignature) {
    const size_t name_size = Number(archive, at + 28, 2);
    if (archive.substr(at + kEntrySize, name_size) == name) {
      found = Entry{Number(archive, at + 10, 2), Number(archive, at + 20, 4),
                    Number(archive, at + 24, 4), Number(archive, at + 42, 4)};
    }
    at += kEntrySize + name_size + Number(archive, at + 30, 2) + Number(archive, at + 32, 2);
  }
  return found;
}

std::optional<std::string> Inflate(std::string_view packed, size_t size) {
  std::string content(size, '\0');
  z_stream stream = {};
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(content.data());
  stream.avail_out = static_cast<uInt>(size);
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return std::nullopt;
  const int result = inflate(&stream, Z_FINISH);
  inflateEnd(&stream);
  if (result != Z_STREAM_END || stream.avail_out != 0) return std::nullopt;
  return content;
}

}  // namespace

std::optional<std::string> ReadArchiveMember(std::string_view archive, std::string_view name) {
  const auto directory = FindDirectory(archive);
  const auto entry = directory ? FindEntry(archive, *directory, name) : std::nullopt;
  if (!entry || entry->size > kMaxSize) return std::nullopt;
  const size_t header = entry->header_offset + directory->shift;
  if (header + kHeaderSize > archive.size()) return std::nullopt;
  if (archive.substr(header, 4) != kHeaderSignature) return std::nullopt;
  const size_t begin =
      header + kHeaderSize + Number(archive, header + 26, 2) + Number(archive, header + 28, 2);
  if (begin > archive.size() || entry->packed_size > archive.size() - begin) return std::nullopt;
  const std::string_view packed = archive.substr(begin, entry->packed_size);
  if (entry->method == kStored) return std::string(packed);
  return entry->method == kDeflated ? Inflate(packed, entry->size) : std::nullopt;
}

}  // namespace hermetic
