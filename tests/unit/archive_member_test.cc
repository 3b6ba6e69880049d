#include "guards/archive_member.h"

#include <string>
#include <string_view>

#include "gtest/gtest.h"

namespace hermetic {
namespace {

std::string Bytes(std::initializer_list<int> values) { return {values.begin(), values.end()}; }

std::string Number(size_t value, int size) {
  std::string bytes;
  for (int i = 0; i < size; ++i, value >>= 8U) bytes.push_back(static_cast<char>(value & 0xff));
  return bytes;
}

// An archive with one file, after `prefix`.
std::string Archive(const std::string& name, int method, const std::string& packed, size_t size,
                    const std::string& prefix = "") {
  const std::string common = Number(0, 2) + Number(method, 2) + Number(0, 8) +
                             Number(packed.size(), 4) + Number(size, 4) + Number(name.size(), 2) +
                             Number(0, 2);
  const std::string file = "PK\3\4" + Number(20, 2) + common + name + packed;
  const std::string entry =
      "PK\1\2" + Number(20, 2) + Number(20, 2) + common + Number(0, 14) + name;
  return prefix + file + entry + "PK\5\6" + Number(0, 4) + Number(1, 2) + Number(1, 2) +
         Number(entry.size(), 4) + Number(file.size(), 4) + Number(0, 2);
}

TEST(ReadArchiveMemberTest, ReadsStoredFiles) {
  EXPECT_EQ(ReadArchiveMember(Archive("a/b.py", 0, "x = 1", 5), "a/b.py"), "x = 1");
}

TEST(ReadArchiveMemberTest, ReadsCompressedFiles) {
  const std::string packed = Bytes({0x4b, 0x4c, 0x84, 0x01, 0x00});  // raw deflate of 10 x 'a'
  EXPECT_EQ(ReadArchiveMember(Archive("a.py", 8, packed, 10), "a.py"), "aaaaaaaaaa");
}

TEST(ReadArchiveMemberTest, ReadsBehindAnInterpreterLine) {
  EXPECT_EQ(ReadArchiveMember(Archive("a.py", 0, "x", 1, "#!/usr/bin/env python3\n"), "a.py"), "x");
}

TEST(ReadArchiveMemberTest, RefusesWhatItDoesNotUnderstand) {
  const std::string good = Archive("a.py", 0, "x = 1", 5);
  EXPECT_EQ(ReadArchiveMember(good, "b.py"), std::nullopt);
  EXPECT_EQ(ReadArchiveMember("", "a.py"), std::nullopt);
  EXPECT_EQ(ReadArchiveMember(Archive("a.py", 12, "x", 1), "a.py"), std::nullopt);
  EXPECT_EQ(ReadArchiveMember(Archive("a.py", 8, "x = 1", 5), "a.py"), std::nullopt);
  for (size_t cut = 1; cut < good.size(); ++cut) {
    EXPECT_EQ(ReadArchiveMember(std::string_view(good).substr(0, cut), "a.py"), std::nullopt);
  }
}

}  // namespace
}  // namespace hermetic
