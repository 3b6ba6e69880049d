#include "guards/generated_code.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace hermetic {
namespace {

constexpr auto kForbiddenKeywords = std::to_array<std::string_view>(
    {"import", "from", "class", "yield", "await", "async", "with", "try", "except", "global",
     "nonlocal", "del", "while", "assert"});

// Keywords before a parenthesis: what follows is a group, not a call.
constexpr auto kOperatorKeywords = std::to_array<std::string_view>(
    {"return", "in", "is", "if", "elif", "else", "and", "or", "not", "raise", "for", "lambda"});

bool IsNameStart(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_' || (c & 0x80) != 0;
}
bool IsNameChar(char c) {
  return IsNameStart(c) || std::isdigit(static_cast<unsigned char>(c)) != 0;
}

template <typename List>
bool Contains(const List& list, std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

class Scanner {
 public:
  Scanner(std::string_view source, absl::Span<const std::string_view> callees)
      : source_(source), callees_(callees) {}

  bool IsInert() {
    while (at_ < source_.size()) {
      if (!Step()) return false;
    }
    return true;
  }

 private:
  bool Step() {
    const char c = source_[at_];
    if (c == '\'' || c == '"') return TakeString(/*formatted=*/false);
    if (IsNameStart(c)) return TakeName();
    if (std::isdigit(static_cast<unsigned char>(c)) != 0) return TakeNumber();
    if (c == '(') return TakeParenthesis();
    if (c == '@') return TakeAt();
    if (c == '.') return TakeDot();
    // A comment or a line joined by a backslash has no place in such a text.
    if (c == '#' || c == '\\' || c == ';' || c == '`' || c == '$' || c == '?') return false;
    if (c != ' ' && c != '\t') {
      chain_.clear();
      is_definition_ = false;
      after_value_ = c == ')' || c == ']' || c == '}';
      if (c == '\n') line_has_content_ = false;
    }
    if (c != ' ' && c != '\t' && c != '\n') line_has_content_ = true;
    ++at_;
    return true;
  }

  bool TakeName() {
    const size_t begin = at_;
    while (at_ < source_.size() && IsNameChar(source_[at_])) ++at_;
    const std::string_view name = source_.substr(begin, at_ - begin);
    line_has_content_ = true;
    if (at_ < source_.size() && (source_[at_] == '\'' || source_[at_] == '"')) {
      const bool formatted = name == "f" || name == "F";
      return (formatted || name == "r" || name == "b") && TakeString(formatted);
    }
    if (!after_dot_ && Contains(kForbiddenKeywords, name)) {
      return false;
    } else if (name == "lambda" && !Contains(callees_, "lambda")) {
      return false;
    } else if (name == "def") {
      is_definition_ = true;
      chain_.clear();
      return true;
    } else if (!after_dot_ && Contains(kOperatorKeywords, name)) {
      chain_.clear();
      after_value_ = false;
      return true;
    } else if (after_dot_) {
      chain_.append(".").append(name);
    } else {
      chain_ = name;
    }
    after_dot_ = false;
    after_value_ = true;
    // A name that may be called keeps its meaning.
    return !(IsAssigned() && chain_.find('.') == std::string::npos && IsCallee(chain_, true));
  }

  bool IsAssigned() const {
    size_t next = at_;
    while (next < source_.size() && source_[next] == ' ') ++next;
    if (next >= source_.size() || source_[next] != '=') return false;
    const std::string_view value = source_.substr(next + 1);
    if (value.starts_with('=')) return false;
    // `_timer=_timer` hands a name on unchanged.
    const bool same = value.starts_with(chain_) &&
                      (value.size() == chain_.size() || !IsNameChar(value[chain_.size()]));
    return !same;
  }

  bool TakeDot() {
    if (source_.substr(at_).starts_with("...")) {
      at_ += 3;
      chain_.clear();
      after_value_ = true;
      line_has_content_ = true;
      return true;
    }
    // ".name" after a closing bracket is a method of whatever stands before it.
    if (!after_value_) return false;
    after_dot_ = true;
    ++at_;
    return true;
  }

  bool TakeParenthesis() {
    const bool without_arguments = at_ + 1 < source_.size() && source_[at_ + 1] == ')';
    const bool is_call = after_value_ && !is_definition_;
    if (is_call && (chain_.empty() || !IsCallee(chain_, without_arguments))) return false;
    chain_.clear();
    is_definition_ = false;
    after_value_ = false;
    line_has_content_ = true;
    ++at_;
    return true;
  }

  // Matrix multiplication runs nothing but a method of the operands; a
  // decorator is a call.
  bool TakeAt() {
    size_t end = at_ + 1;
    while (end < source_.size() && IsNameChar(source_[end])) ++end;
    if (!line_has_content_ && !Contains(callees_, source_.substr(at_, end - at_))) return false;
    at_ = line_has_content_ ? at_ + 1 : end;
    chain_.clear();
    after_value_ = false;
    line_has_content_ = true;
    return true;
  }

  bool TakeNumber() {
    while (at_ < source_.size() && (IsNameChar(source_[at_]) || source_[at_] == '.')) ++at_;
    chain_.clear();
    after_value_ = true;
    line_has_content_ = true;
    return true;
  }

  bool TakeString(bool formatted) {
    const char quote = source_[at_++];
    if (source_.substr(at_).starts_with(std::string(2, quote))) return false;  // Triple quotes.
    while (at_ < source_.size() && source_[at_] != quote) {
      if (source_[at_] == '\n') return false;
      if (source_[at_] == '\\')
        ++at_;
      else if (formatted && source_[at_] == '{' && !TakeReplacement(quote))
        return false;
      ++at_;
    }
    if (at_ >= source_.size()) return false;
    ++at_;
    chain_.clear();
    after_value_ = true;
    line_has_content_ = true;
    return true;
  }

  // "{self.x!r}" or "{{"; leaves at_ on the last character.
  bool TakeReplacement(char quote) {
    if (at_ + 1 < source_.size() && source_[at_ + 1] == '{') {
      ++at_;
      return true;
    }
    const size_t end = source_.find('}', at_);
    if (end == std::string_view::npos) return false;
    const std::string_view inside = source_.substr(at_ + 1, end - at_ - 1);
    if (inside.find(quote) != std::string_view::npos) return false;
    for (const char c : inside) {
      if (!IsNameChar(c) && c != '.' && c != '!') return false;
    }
    at_ = end;
    return true;
  }

  bool IsCallee(std::string_view chain, bool without_arguments) const {
    const size_t dot = chain.rfind('.');
    for (const std::string_view callee : callees_) {
      if (callee == chain) return true;
      if (callee.starts_with('.') && dot != std::string_view::npos && chain.substr(dot) == callee) {
        return true;
      }
      if (callee.ends_with('*') && without_arguments && dot == std::string_view::npos &&
          chain.starts_with(callee.substr(0, callee.size() - 1))) {
        return true;
      }
    }
    return false;
  }

  std::string_view source_;
  absl::Span<const std::string_view> callees_;
  size_t at_ = 0;
  std::string chain_;         // The dotted name that ends here; empty if none does.
  bool after_dot_ = false;    // The next name is an attribute.
  bool after_value_ = false;  // A parenthesis here would be a call.
  bool is_definition_ = false;
  bool line_has_content_ = false;
};

}  // namespace

std::string_view DeclaredEncoding(std::string_view source) {
  for (int line_number = 0; line_number < 2; ++line_number) {
    const size_t end = source.find_first_of("\r\n");
    const std::string_view line = source.substr(0, end);
    const size_t comment = line.find_first_not_of(" \t\f\xef\xbb\xbf");
    if (comment != std::string_view::npos && line[comment] == '#') {
      const size_t coding = line.find("coding", comment);
      const size_t value = coding == std::string_view::npos ? coding : coding + 6;
      if (value < line.size() && (line[value] == ':' || line[value] == '=')) {
        const size_t begin = line.find_first_not_of(" \t", value + 1);
        if (begin != std::string_view::npos) {
          size_t stop = begin;
          while (stop < line.size() &&
                 (IsNameChar(line[stop]) || line[stop] == '-' || line[stop] == '.')) {
            ++stop;
          }
          return line.substr(begin, stop - begin);
        }
      }
    } else if (comment != std::string_view::npos) {
      return "";  // Code: only comments and blank lines may stand before it.
    }
    if (end == std::string_view::npos) return "";
    source.remove_prefix(end + (source.substr(end).starts_with("\r\n") ? 2 : 1));
  }
  return "";
}

bool IsInertSource(std::string_view source, absl::Span<const std::string_view> callees) {
  return Scanner(source, callees).IsInert();
}

}  // namespace hermetic
