#include "guards/audit_log.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "guards/stderr_line.h"
#include "nlohmann/json.hpp"
#include "profiles/absl_view.h"

namespace hermetic {
namespace {

using Json = nlohmann::ordered_json;

// Out of the way of what programs count on (0-2, the lowest free one).
constexpr int kLowestDescriptor = 900;
constexpr size_t kFieldBytes = 160;
constexpr mode_t kMode = 0644;

FileIdentity IdentityOf(int descriptor) {
  struct stat status;
  if (fstat(descriptor, &status) != 0) return {};
  return {status.st_dev, status.st_ino};
}

// The same open file at a high descriptor, if the limit has room there.
int MoveUp(int descriptor) {
  const int high = fcntl(descriptor, F_DUPFD_CLOEXEC, kLowestDescriptor);
  if (high < 0) {
    fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    return descriptor;
  }
  close(descriptor);
  return high;
}

absl::StatusOr<int> OpenFile(std::string_view option, const std::string& path, int flags) {
  const int descriptor = open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | flags, kMode);
  if (descriptor < 0) {
    return absl::ErrnoToStatus(errno, absl::StrCat(AbslView(option), ": cannot open '", path, "'"));
  }
  return MoveUp(descriptor);
}

// A program that closes all descriptors closes ours too. Past our own gate: that the
// program may write no files is nothing to us. -1 where the kernel sees to that.
int Reopen(const std::string& path, int flags) {
  return static_cast<int>(
      syscall(SYS_openat, AT_FDCWD, path.c_str(), O_CLOEXEC | O_NOFOLLOW | flags));
}

std::string Dump(const Json& json) {
  return json.dump(-1, ' ', /*ensure_ascii=*/true, Json::error_handler_t::replace);
}

// Long texts keep their beginning: the line has to fit into the record.
std::string Short(std::string_view text) {
  return std::string(text.size() <= kFieldBytes ? text : text.substr(0, kFieldBytes));
}

constexpr std::string_view ActionName(Action action) {
  constexpr std::string_view kNames[] = {"refused", "allowed", "probe"};
  return kNames[static_cast<size_t>(action)];
}

struct Report {
  std::string path;
  int descriptor = -1;
  FileIdentity identity;
  pid_t pid = 0;  // Of the process whose report it is, not of its forks.
};

Report& TheReport() {
  static auto& report = *new Report;
  return report;
}

// The outermost process reports on the whole tree, any other one on itself.
Tally ReportedTally() {
  if (TreeRecord::Get().IsOwner()) return TreeRecord::Get().tally();
  Tally tally;
  for (size_t i = 0; i < tally.by_guard.size(); ++i) {
    tally.by_guard[i] = ViolationRecord::Get().CountOf(static_cast<GuardId>(i));
  }
  return tally;
}

Json ReportOf(int exit_code) {
  const TreeRecord& record = TreeRecord::Get();
  const Tally tally = ReportedTally();
  Json by_guard = Json::object();
  for (size_t i = 0; i < kGuardNames.size(); ++i) {
    if (tally.by_guard[i] != 0) by_guard[std::string(kGuardNames[i])] = tally.by_guard[i];
  }
  Json violations = Json::array();
  record.ForEachLine([&](int32_t pid, std::string_view line) {
    if (!record.IsOwner() && pid != getpid()) return;
    Json parsed = Json::parse(line, nullptr, /*allow_exceptions=*/false);
    if (!parsed.is_discarded()) violations.push_back(std::move(parsed));
  });
  return {{"hermetic", HERMETIC_VERSION},    {"exit_code", exit_code},
          {"total", tally.total()},          {"in_children", tally.in_children},
          {"by_guard", std::move(by_guard)}, {"violations", std::move(violations)}};
}

void WriteReport(int exit_code) {
  Report& report = TheReport();
  if (report.pid != getpid()) return;
  if (IdentityOf(report.descriptor) != report.identity) {
    report.descriptor = Reopen(report.path, O_WRONLY);
  }
  const std::string text =
      ReportOf(exit_code).dump(2, ' ', /*ensure_ascii=*/true, Json::error_handler_t::replace) +
      "\n";
  size_t done = 0;
  bool ok = ftruncate(report.descriptor, 0) == 0 && lseek(report.descriptor, 0, SEEK_SET) == 0;
  while (ok && done < text.size()) {
    const ssize_t written = write(report.descriptor, text.data() + done, text.size() - done);
    if (written < 0 && errno == EINTR) continue;
    ok = written > 0;
    done += ok ? static_cast<size_t>(written) : 0;
  }
  if (!ok) WriteStderrLine(absl::StrCat("hermetic: cannot write the report ", report.path));
}

}  // namespace

AuditLog& AuditLog::HandedDown() {
  static auto& log = *new AuditLog;
  return log;
}

AuditLog& AuditLog::Own() {
  static auto& log = *new AuditLog;
  return log;
}

absl::Status OpenAuditLog(const std::string& path) {
  const absl::StatusOr<int> descriptor = OpenFile("--audit-log", path, O_APPEND);
  if (!descriptor.ok()) return descriptor.status();
  struct stat status {};
  const FileIdentity identity = IdentityOf(*descriptor);
  const FileIdentity& handed_down = AuditLog::HandedDown().identity_;
  if (identity == handed_down) {
    close(*descriptor);
    return absl::OkStatus();
  }
  // The record of the parent process has been joined by now, if there is one.
  AuditLog& log = TreeRecord::Get().IsOpen() ? AuditLog::Own() : AuditLog::HandedDown();
  log.path_ = path;
  log.begin_ = fstat(*descriptor, &status) == 0 ? status.st_size : 0;
  log.descriptor_ = *descriptor;
  log.identity_ = identity;
  return absl::OkStatus();
}

std::string FirstViolation() {
  std::string first;
  TreeRecord::Get().ForEachLine([&first](int32_t, std::string_view line) {
    if (!first.empty()) return;
    const Json json = Json::parse(line, nullptr, /*allow_exceptions=*/false);
    if (!json.is_object()) return;
    first = json.value("message", "");
    const std::string file = json.value("file", "");
    if (!file.empty()) absl::StrAppend(&first, " at ", file, ":", json.value("line", 0));
  });
  return first;
}

void AuditLog::Adopt(int descriptor, const FileIdentity& identity) {
  identity_ = identity;
  if (identity != FileIdentity() && IsAt(descriptor)) descriptor_ = MoveUp(descriptor);
}

bool AuditLog::IsAt(int descriptor) const { return IdentityOf(descriptor) == identity_; }

bool AuditLog::Write(std::string_view line) const {
  if (!IsOpen()) return false;
  const std::string whole = absl::StrCat(AbslView(line), "\n");
  ssize_t written = 0;
  do {
    written = write(descriptor_, whole.data(), whole.size());
  } while (written < 0 && errno == EINTR);
  return written == static_cast<ssize_t>(whole.size());
}

std::string LogLine(const RecordedViolation& violation, Action action) {
  Json json = {{"time", absl::FormatTime(absl::RFC3339_full, absl::Now(), absl::UTCTimeZone())},
               {"pid", getpid()},
               {"action", ActionName(action)},
               {"guard", GuardName(violation.guard)},
               {"operation", violation.operation}};
  const auto add = [&json](const char* name, std::string_view text) {
    if (!text.empty()) json[name] = Short(text);
  };
  add("target", violation.target);
  add("message", violation.message);
  add("policy", violation.policy);
  add("fix", violation.fix);
  add("file", violation.program.file);
  if (!violation.program.file.empty()) json["line"] = violation.program.line;
  add("function", violation.program.function);
  add("library", violation.library.file);
  std::string line = Dump(json);
  // Escapes make a text longer, up to six times; what matters least goes first.
  for (const char* name : {"library", "function", "fix", "file", "message", "target", "policy"}) {
    if (line.size() <= TreeRecord::kLineBytes) break;
    json.erase(name);
    line = Dump(json);
  }
  return line;
}

void TellViolation(const RecordedViolation& violation, Action action) {
  const std::string line = LogLine(violation, action);
  AuditLog::Own().Write(line);
  const bool logged = AuditLog::HandedDown().Write(line);
  if (action == Action::kProbe) return;
  TreeRecord::Get().Add(violation.guard, violation.process_wide, line,
                        logged ? Logged::kYes : Logged::kNo);
}

absl::Status OpenReport(const std::string& path) {
  const absl::StatusOr<int> descriptor = OpenFile("--report", path, O_TRUNC);
  if (!descriptor.ok()) return descriptor.status();
  TheReport() = {path, *descriptor, IdentityOf(*descriptor), getpid()};
  return absl::OkStatus();
}

std::optional<AuditLog::Lines> AuditLog::ReadBack() const {
  const int descriptor = path_.empty() ? -1 : Reopen(path_, O_RDONLY | O_NONBLOCK);
  struct stat status;
  if (descriptor < 0) return std::nullopt;
  if (!IsAt(descriptor) || fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
    close(descriptor);
    return std::nullopt;
  }
  const off_t begin = status.st_size < begin_ ? 0 : begin_;
  std::string text(static_cast<size_t>(status.st_size - begin), '\0');
  const ssize_t size = pread(descriptor, text.data(), text.size(), begin);
  close(descriptor);
  text.resize(static_cast<size_t>(std::max<ssize_t>(size, 0)));
  return absl::StrSplit(text, '\n');
}

void AuditLog::TakeLeftovers() {
  if (identity_ == FileIdentity()) return;
  if (!IsOpen() && !path_.empty()) {
    descriptor_ = Reopen(path_, O_WRONLY | O_APPEND);
    identity_ = IdentityOf(descriptor_);
  }
  size_t lost = 0;
  const auto write = [&](std::string_view line) { lost += Write(line) ? 0 : 1; };
  if (const std::optional<Lines> there = ReadBack()) {
    TreeRecord::Get().ForEachLine([&](int32_t /*pid*/, std::string_view line) {
      if (!there->contains(std::string(line))) write(line);
    });
  } else {
    TreeRecord::Get().TakeUnlogged(write);
  }
  if (lost != 0) {
    WriteStderrLine(absl::StrCat("hermetic: ", lost, " lines are missing from the audit log"));
  }
}

void FinishLogs(int exit_code) {
  if (TreeRecord::Get().IsOwner()) AuditLog::HandedDown().TakeLeftovers();
  WriteReport(exit_code);
}

}  // namespace hermetic
