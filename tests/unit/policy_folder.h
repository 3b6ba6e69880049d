// A directory of files for the tests of policy sources; removed at the end.
#ifndef HERMETIC_TESTS_UNIT_POLICY_FOLDER_H_
#define HERMETIC_TESTS_UNIT_POLICY_FOLDER_H_

#include <stdlib.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace hermetic {

class PolicyFolder {
 public:
  // Resolved, for errors and origins show it; .hg keeps the search inside.
  PolicyFolder() {
    std::string path = (std::filesystem::temp_directory_path() / "policy_XXXXXX").string();
    path_ = std::filesystem::canonical(mkdtemp(path.data())).string();
    Write(".hg/x", "");
  }
  ~PolicyFolder() { std::filesystem::remove_all(path_); }
  PolicyFolder(const PolicyFolder&) = delete;
  PolicyFolder& operator=(const PolicyFolder&) = delete;

  const std::string& path() const { return path_; }
  std::string operator/(const std::string& name) const { return path_ + "/" + name; }

  void Write(const std::string& name, const std::string& text, mode_t mode = 0644) const {
    const std::string file = *this / name;
    std::filesystem::create_directories(std::filesystem::path(file).parent_path());
    std::ofstream(file) << text;
    chmod(file.c_str(), mode);
  }

 private:
  std::string path_;
};

}  // namespace hermetic

#endif  // HERMETIC_TESTS_UNIT_POLICY_FOLDER_H_
