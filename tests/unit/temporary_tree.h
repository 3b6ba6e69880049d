// A directory of files for one test, removed at its end.
#ifndef HERMETIC_TESTS_UNIT_TEMPORARY_TREE_H_
#define HERMETIC_TESTS_UNIT_TEMPORARY_TREE_H_

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace hermetic {

class TemporaryTree {
 public:
  TemporaryTree() {
    std::string pattern = (std::filesystem::temp_directory_path() / "hermetic.XXXXXX").string();
    root_ = std::filesystem::canonical(mkdtemp(pattern.data())).string();
  }
  ~TemporaryTree() { std::filesystem::remove_all(root_); }
  TemporaryTree(const TemporaryTree&) = delete;
  TemporaryTree& operator=(const TemporaryTree&) = delete;

  const std::string& root() const { return root_; }
  std::string Path(const std::string& name) const { return root_ + "/" + name; }

  std::string Write(const std::string& name, const std::string& text) const {
    const std::filesystem::path path = Path(name);
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
    return path.string();
  }
  std::string WriteProgram(const std::string& name, const std::string& text) const {
    std::string path = Write(name, text);
    std::filesystem::permissions(path, std::filesystem::perms::all);
    return path;
  }
  std::string Link(const std::string& name, const std::string& target) const {
    const std::filesystem::path path = Path(name);
    std::filesystem::create_directories(path.parent_path());
    std::filesystem::create_symlink(target, path);
    return path.string();
  }

 private:
  std::string root_;
};

}  // namespace hermetic

#endif  // HERMETIC_TESTS_UNIT_TEMPORARY_TREE_H_
