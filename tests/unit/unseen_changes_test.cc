#include "guards/unseen_changes.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "gtest/gtest.h"
#include "tests/unit/temporary_tree.h"

namespace hermetic {
namespace {

TEST(UnseenChangesTest, NothingIsNotedAtFirst) {
  const TemporaryTree tree;
  EXPECT_FALSE(HasUnseenChange(tree.Write("package/module.py", "")));
}

TEST(UnseenChangesTest, WhatIsMissingHasChanged) {
  const TemporaryTree tree;
  EXPECT_TRUE(HasUnseenChange(tree.Path("missing.py")));
}

TEST(UnseenChangesTest, AFolderThatWasMovedCountsForWhatIsInIt) {
  const TemporaryTree tree;
  tree.Write("old/sub/module.py", "");
  const std::string beside = tree.Write("beside.py", "");
  NoteMovedFolder(AT_FDCWD, tree.Path("old").c_str());
  std::filesystem::rename(tree.Path("old"), tree.Path("new"));
  EXPECT_TRUE(HasUnseenChange(tree.Path("new/sub/module.py")));
  EXPECT_FALSE(HasUnseenChange(beside));
}

TEST(UnseenChangesTest, AFileThatIsMovedHasTimesOfItsOwn) {
  const TemporaryTree tree;
  const std::string file = tree.Write("module.py", "");
  NoteMovedFolder(AT_FDCWD, file.c_str());
  EXPECT_FALSE(HasUnseenChange(file));
}

TEST(UnseenChangesTest, AMappingCountsForItsFile) {
  const TemporaryTree tree;
  const std::string file = tree.Write("module.py", "");
  const int fd = open(file.c_str(), O_RDWR | O_CLOEXEC);
  NoteWritableMapping(fd);
  close(fd);
  EXPECT_TRUE(HasUnseenChange(file));
}

TEST(UnseenChangesTest, AForkedChildNotesForItsParent) {
  const TemporaryTree tree;
  const std::string file = tree.Write("package/module.py", "");
  const pid_t child = fork();
  if (child == 0) {
    NoteMovedFolder(AT_FDCWD, tree.Path("package").c_str());
    _exit(0);
  }
  waitpid(child, nullptr, 0);
  EXPECT_TRUE(HasUnseenChange(file));
}

}  // namespace
}  // namespace hermetic
