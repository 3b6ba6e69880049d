#include "guards/path_resolution.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <string>

namespace hermetic {
namespace {

// root/{dir/file, link -> dir, dangling -> dir/missing, loop -> loop, up -> ..}
class PathResolutionTest : public ::testing::Test {
 protected:
  void SetUp() override {
    char folder[] = "/tmp/path_resolution_test_XXXXXX";
    ASSERT_NE(mkdtemp(folder), nullptr);
    root_ = std::filesystem::canonical(folder);
    std::filesystem::create_directory(root_ + "/dir");
    std::ofstream(root_ + "/dir/file") << "text";
    std::filesystem::create_symlink("dir", root_ + "/link");
    std::filesystem::create_symlink("dir/missing", root_ + "/dangling");
    std::filesystem::create_symlink("loop", root_ + "/loop");
  }
  void TearDown() override { std::filesystem::remove_all(root_); }

  // The canonical path without the root, or the error's number.
  std::string Resolve(const std::string& path, LastLink last = LastLink::kFollow) {
    PathBuffer canonical;
    if (!ResolvePath(AT_FDCWD, (root_ + path).c_str(), last, &canonical)) {
      return std::to_string(errno);
    }
    const std::string text(canonical.view());
    return text.starts_with(root_) ? text.substr(root_.size()) : text;
  }

  std::string root_;
};

TEST_F(PathResolutionTest, FollowsLinksAsTheKernelDoes) {
  EXPECT_EQ(Resolve("/dir/file"), "/dir/file");
  EXPECT_EQ(Resolve("/link/file"), "/dir/file");
  EXPECT_EQ(Resolve("/link/../dir//./file"), "/dir/file");
  EXPECT_EQ(Resolve("/link"), "/dir");
  EXPECT_EQ(Resolve("/link", LastLink::kKeep), "/link");
  EXPECT_EQ(Resolve("/loop"), std::to_string(ELOOP));
}

TEST_F(PathResolutionTest, NamesTheFileThatWouldBeMade) {
  EXPECT_EQ(Resolve("/dir/new"), "/dir/new");
  EXPECT_EQ(Resolve("/link/new"), "/dir/new");
  EXPECT_EQ(Resolve("/dangling"), "/dir/missing");
  EXPECT_EQ(Resolve("/dangling", LastLink::kKeep), "/dangling");
  EXPECT_EQ(Resolve("/link/new/"), "/dir/new/");
}

TEST_F(PathResolutionTest, PlacesWhatLiesBelowNothing) {
  EXPECT_EQ(Resolve("/link/no/such/file"), "/dir/no/such/file");
  EXPECT_EQ(Resolve("/link/file/below"), "/dir/file/below");
}

TEST_F(PathResolutionTest, SeesThroughProc) {
  PathBuffer canonical;
  const int fd = open((root_ + "/dir/file").c_str(), O_RDONLY);
  const std::string link = "/proc/self/fd/" + std::to_string(fd);
  ASSERT_TRUE(ResolvePath(AT_FDCWD, link.c_str(), LastLink::kFollow, &canonical));
  EXPECT_EQ(canonical.view(), root_ + "/dir/file");
  const std::string by_root = "/proc/self/root" + root_ + "/dir/file";
  ASSERT_TRUE(ResolvePath(AT_FDCWD, by_root.c_str(), LastLink::kFollow, &canonical));
  EXPECT_EQ(canonical.view(), root_ + "/dir/file");
  close(fd);
}

TEST_F(PathResolutionTest, OpensOnlyWhereNoLinkIsOnTheWay) {
  EXPECT_EQ(OpenCanonical((root_ + "/link/file").c_str(), O_RDONLY, 0), -1);
  EXPECT_EQ(errno, ELOOP);
  const int fd = OpenCanonical((root_ + "/dir/file").c_str(), O_RDONLY | O_CLOEXEC, 0);
  EXPECT_GE(fd, 0);
  close(fd);
}

TEST(LexicallyCanonicalTest, KnowsTheSpellings) {
  for (const char* path : {"/", "/a", "/a/b", "/a/..b", "/a/.b"}) {
    EXPECT_TRUE(IsLexicallyCanonical(path)) << path;
  }
  for (const char* path : {"", "a", "/a/", "//a", "/a//b", "/a/../b", "/a/..", "/./a", "/a/."}) {
    EXPECT_FALSE(IsLexicallyCanonical(path)) << path;
  }
}

TEST(SplitEntryTest, FindsTheNameToMakeOrRemove) {
  PathBuffer parent, name;
  ASSERT_TRUE(SplitEntry("a/b/", &parent, &name));
  EXPECT_EQ(parent.view(), "a");
  EXPECT_EQ(name.view(), "b");
  ASSERT_TRUE(SplitEntry("/b", &parent, &name));
  EXPECT_EQ(parent.view(), "/");
  ASSERT_TRUE(SplitEntry("b", &parent, &name));
  EXPECT_EQ(parent.view(), ".");
  for (const char* path : {"/", "", ".", "a/..", "a/./"}) {
    EXPECT_FALSE(SplitEntry(path, &parent, &name)) << path;
  }
}

}  // namespace
}  // namespace hermetic
