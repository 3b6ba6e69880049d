#include "guards/generated_code.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

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
bool IsDigit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }
bool IsNameChar(char c) { return IsNameStart(c) || IsDigit(c); }

template <typename List, typename Item>
bool Contains(const List& list, const Item& word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

// The names that may be called, and what the text does with them, by function: a
// text that binds one of them to something else must not call it.
class Callees {
 public:
  explicit Callees(absl::Span<const std::string_view> list) : list_(list) {}

  bool Has(std::string_view name) const { return Contains(list_, name); }

  // May `chain`, followed by the call `arguments`, be called?
  bool MayCall(std::string_view chain, std::string_view arguments) const {
    const size_t dot = chain.rfind('.');
    return std::any_of(list_.begin(), list_.end(), [&](std::string_view callee) {
      if (callee == chain) return true;
      if (callee.starts_with('.')) {
        return dot != std::string_view::npos && chain.substr(dot) == callee;
      }
      if (callee.ends_with('*')) {
        return arguments.starts_with("()") && dot == std::string_view::npos &&
               IsCovered(chain, callee);
      }
      const size_t parenthesis = callee.find('(');
      return parenthesis != std::string_view::npos && chain == callee.substr(0, parenthesis) &&
             arguments.starts_with(callee.substr(parenthesis));
    });
  }

  // Is the meaning of `name` of importance?
  bool Uses(std::string_view name) const {
    return std::any_of(list_.begin(), list_.end(), [&](std::string_view callee) {
      callee.remove_prefix(callee.starts_with('@') ? 1 : 0);
      return name == callee.substr(0, callee.find_first_of(".(")) || IsCovered(name, callee);
    });
  }

  // A function that stands at `column` begins.
  void Enter(size_t column) { scopes_.push_back({column, {}, {}}); }
  // Code stands at `column`: functions there and right of it are over.
  void LeaveAt(size_t column) {
    while (scopes_.size() > 1 && scopes_.back().column >= column) Leave();
  }
  void NoteCall(std::string_view name) { scopes_.back().called.emplace(name); }
  void NoteBinding(std::string_view name) { scopes_.back().bound.emplace(name); }
  // What stands in the head of a function may belong to the one around it.
  void NoteBindingAround(std::string_view name) {
    if (scopes_.size() > 1) scopes_[scopes_.size() - 2].bound.emplace(name);
  }

  // Asked at the end: does no function call what it or one around it binds?
  bool KeepTheirMeaning() {
    while (scopes_.size() > 1) Leave();
    return CheckLast();
  }

 private:
  using Names = std::set<std::string, std::less<>>;
  struct Scope {
    size_t column;
    Names called;  // By functions inside as well.
    Names bound;
  };

  static bool IsCovered(std::string_view name, std::string_view callee) {
    return callee.ends_with('*') && name.starts_with(callee.substr(0, callee.size() - 1));
  }

  bool CheckLast() {
    const Scope& scope = scopes_.back();
    for (const std::string& name : scope.called) rebound_ |= scope.bound.contains(name);
    return !rebound_;
  }

  void Leave() {
    CheckLast();
    Names called = std::move(scopes_.back().called);
    scopes_.pop_back();
    scopes_.back().called.merge(called);
  }

  absl::Span<const std::string_view> list_;
  std::vector<Scope> scopes_{{0, {}, {}}};
  bool rebound_ = false;
};

class Scanner {
 public:
  Scanner(std::string_view source, absl::Span<const std::string_view> callees,
          Arithmetic arithmetic)
      : source_(source), callees_(callees), arithmetic_(arithmetic) {}

  bool IsInert() {
    while (at_ < source_.size()) {
      if (!Step()) return false;
    }
    return callees_.KeepTheirMeaning();
  }

 private:
  bool Step() {
    const char c = source_[at_];
    if (!line_has_content_ && !BeginLine(c)) return false;
    if (c == '\'' || c == '"') return TakeString(/*formatted=*/false);
    if (IsNameStart(c)) return TakeName();
    if (IsDigit(c)) return TakeNumber();
    if (c == ' ' || c == '\t' || (c == '\n' && !brackets_.empty())) return TakeSpace();
    if (c == '\n') return TakeLineEnd();
    if (c == '(') return TakeParenthesis();
    if (c == '@') return TakeAt();
    if (c == '.') return TakeDot();
    return TakeOperator(c);
  }

  // Columns tell which function a line belongs to; tabs would blur them.
  bool BeginLine(char c) {
    if (c != ' ' && c != '\n' && c != '\t') callees_.LeaveAt(Column());
    return c != '\t';
  }

  size_t Column() const { return at_ - line_begin_ + 1; }

  bool TakeSpace() {
    ++at_;
    return true;
  }

  bool TakeLineEnd() {
    Value(false);
    line_has_content_ = false;
    line_begin_ = ++at_;
    return true;
  }

  // Comments, joined lines and other spaces have no place in such a text.
  bool TakeOperator(char c) {
    constexpr std::string_view kOperators = "[]{})=<>!+-*/%&|^~,:";
    if (kOperators.find(c) == std::string_view::npos) return false;
    if (Computes(c) && !MayCompute()) return false;
    if (c == '[' || c == '{') brackets_.push_back(Bracket::kGroup);
    const bool closes = c == ']' || c == '}' || c == ')';
    if (closes && brackets_.empty()) return false;
    if (closes) brackets_.pop_back();
    Value(closes);
    previous_ = c;
    ++at_;
    return true;
  }

  bool MayCompute() const { return arithmetic_ == Arithmetic::kAllowed; }

  bool Computes(char c) const {
    const std::string_view rest = source_.substr(at_ + 1);
    if (c == '<' || c == '>') return rest.starts_with(c);
    if (!after_value_ || (c == '-' && rest.starts_with('>'))) return false;  // A sign, an arrow.
    const size_t next = rest.find_first_not_of(' ');
    const bool joins = next != std::string_view::npos && (rest[next] == '"' || rest[next] == '\'' ||
                                                          rest.substr(next).starts_with("f\""));
    return c == '+' ? !joins : std::string_view("-*/%&^").find(c) != std::string_view::npos;
  }

  // What came last: something that has a value, or not.
  void Value(bool has_value) {
    chain_.clear();
    is_definition_ = false;
    after_dot_ = false;
    after_value_ = has_value;
    line_has_content_ = true;
    previous_ = 'x';
  }

  bool TakeName() {
    const size_t begin = at_;
    while (at_ < source_.size() && IsNameChar(source_[at_])) ++at_;
    const std::string_view name = source_.substr(begin, at_ - begin);
    if (at_ < source_.size() && (source_[at_] == '\'' || source_[at_] == '"')) {
      const bool formatted = name == "f" || name == "F";
      return (formatted || name == "r" || name == "b") && TakeString(formatted);
    }
    if (after_dot_) return TakeAttribute(name);
    if (Contains(kForbiddenKeywords, name)) return false;
    if (name == "lambda" && !callees_.Has(name)) return false;
    if (name == "def") return TakeDefinition();
    if (Contains(kOperatorKeywords, name)) return TakeKeyword(name);
    NoteName(name);
    chain_ = name;
    after_value_ = line_has_content_ = true;
    previous_ = 'x';
    return true;
  }

  bool TakeAttribute(std::string_view name) {
    chain_.append(".").append(name);
    after_dot_ = false;
    after_value_ = true;
    return true;
  }

  // What follows these are names of their own, not arguments.
  bool TakeKeyword(std::string_view name) {
    if ((name == "for" || name == "lambda") && !brackets_.empty()) {
      brackets_.back() = Bracket::kGroup;
    }
    Value(false);
    return true;
  }

  bool TakeDefinition() {
    if (!brackets_.empty() || line_has_content_) return false;
    definition_column_ = at_ - std::string_view("def").size() - line_begin_ + 1;
    Value(false);
    is_definition_ = true;
    return true;
  }

  // A name that may be called and is not called here: is it bound here?
  void NoteName(std::string_view name) {
    if (!callees_.Uses(name)) return;
    const std::string_view rest = AfterSpace();
    const Bracket inside = brackets_.empty() ? Bracket::kGroup : brackets_.back();
    const bool is_item = previous_ == '(' || previous_ == ',';
    const bool ends_item = rest.starts_with(',') || rest.starts_with(')');
    if (is_item && ends_item && inside != Bracket::kGroup) return;  // f(a, name), def f(a, name)
    if (is_item && inside == Bracket::kParameters && TakeSameDefault(name)) return;
    if (rest.starts_with('(') && !is_definition_) return;  // The call comes next.
    if (rest.starts_with('.')) return;                     // Its attribute.
    callees_.NoteBinding(name);
    const bool in_head = Contains(brackets_, Bracket::kParameters);
    const bool is_parameter = is_item && inside == Bracket::kParameters;
    if (in_head && !is_parameter) callees_.NoteBindingAround(name);
  }

  // `_timer=_timer` hands a name on unchanged.
  bool TakeSameDefault(std::string_view name) {
    const std::string_view rest = source_.substr(at_);
    if (!rest.starts_with('=') || !rest.substr(1).starts_with(name)) return false;
    const std::string_view after = rest.substr(1 + name.size());
    if (!after.starts_with(',') && !after.starts_with(')')) return false;
    at_ += 1 + name.size();
    return true;
  }

  std::string_view AfterSpace() const {
    const size_t next = source_.find_first_not_of(" \t\n", at_);
    return next == std::string_view::npos ? "" : source_.substr(next);
  }

  bool TakeDot() {
    if (source_.substr(at_).starts_with("...")) {
      at_ += 3;
      Value(true);
      return true;
    }
    // ".name" after a closing bracket is a method of whatever stands before it.
    if (!after_value_) return false;
    after_dot_ = true;
    ++at_;
    return true;
  }

  bool TakeParenthesis() {
    const bool is_call = after_value_ && !is_definition_;
    if (is_call && (chain_.empty() || !callees_.MayCall(chain_, source_.substr(at_)))) {
      return false;
    }
    if (is_call) callees_.NoteCall(chain_.substr(0, chain_.find('.')));
    if (is_definition_) callees_.Enter(definition_column_);
    brackets_.push_back(is_definition_ ? Bracket::kParameters
                        : is_call      ? Bracket::kArguments
                                       : Bracket::kGroup);
    Value(false);
    previous_ = '(';
    ++at_;
    return true;
  }

  // Matrix multiplication runs nothing but a method of the operands; a
  // decorator is a call.
  bool TakeAt() {
    size_t end = at_ + 1;
    while (end < source_.size() && IsNameChar(source_[end])) ++end;
    if (line_has_content_ && !MayCompute()) return false;
    if (!line_has_content_ && !callees_.Has(source_.substr(at_, end - at_))) return false;
    if (!line_has_content_) callees_.NoteCall(source_.substr(at_ + 1, end - at_ - 1));
    at_ = line_has_content_ ? at_ + 1 : end;
    Value(false);
    return true;
  }

  // A keyword may follow a number without a space: not in such a text.
  bool TakeNumber() {
    constexpr std::string_view kDigits = "0123456789abcdefABCDEFxXoOjJ_.";
    while (at_ < source_.size() && kDigits.find(source_[at_]) != std::string_view::npos) ++at_;
    Value(true);
    return at_ >= source_.size() || !IsNameChar(source_[at_]);
  }

  bool TakeString(bool formatted) {
    const char quote = source_[at_++];
    if (source_.substr(at_).starts_with(std::string(2, quote))) return false;  // Triple quotes.
    while (at_ < source_.size() && source_[at_] != quote) {
      if (source_[at_] == '\n') return false;
      if (source_[at_] == '\\') {
        if (formatted) return false;  // It leaves a brace its meaning.
        ++at_;
      } else if (formatted && source_[at_] == '{' && !TakeReplacement(quote)) {
        return false;
      }
      ++at_;
    }
    if (at_ >= source_.size()) return false;
    ++at_;
    Value(true);
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

  enum class Bracket : uint8_t { kGroup, kArguments, kParameters };

  std::string_view source_;
  Callees callees_;
  Arithmetic arithmetic_;
  size_t at_ = 0;
  size_t line_begin_ = 0;
  size_t definition_column_ = 0;
  std::vector<Bracket> brackets_;  // That are open.
  char previous_ = ' ';            // The last operator; 'x' after anything else.
  std::string chain_;              // The dotted name that ends here; empty if none does.
  bool after_dot_ = false;         // The next name is an attribute.
  bool after_value_ = false;       // A parenthesis here would be a call.
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

bool IsInertSource(std::string_view source, absl::Span<const std::string_view> callees,
                   Arithmetic arithmetic) {
  return Scanner(source, callees, arithmetic).IsInert();
}

}  // namespace hermetic
