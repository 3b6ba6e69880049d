#include "profiles/merge.h"

#include <algorithm>
#include <utility>

#include "profiles/option_value.h"

namespace hermetic {
namespace {

int Strictness(KernelMode mode) {
  switch (mode) {
    case KernelMode::kOff:
      return 0;
    case KernelMode::kAuto:
      return 1;
    case KernelMode::kRequire:
      return 2;
  }
  return 2;
}

int Strictness(OnViolation reaction) {
  switch (reaction) {
    case OnViolation::kLog:
      return 0;
    case OnViolation::kOsError:
      return 1;
    case OnViolation::kRaise:
      return 2;
    case OnViolation::kKill:
      return 3;
  }
  return 3;
}

// What Union makes of two values of one field.
struct UnionOf {
  bool operator()(bool a, bool b) const { return a || b; }
  std::string operator()(const std::string& a, const std::string& b) const {
    return b.empty() ? a : b;
  }
  std::vector<std::string> operator()(std::vector<std::string> a,
                                      const std::vector<std::string>& b) const {
    for (const std::string& element : b) {
      if (std::find(a.begin(), a.end(), element) == a.end()) a.push_back(element);
    }
    return a;
  }
  template <typename T>
  std::optional<T> operator()(const std::optional<T>& a, const std::optional<T>& b) const {
    if (!a || !b) return a ? a : b;
    return std::min(*a, *b);
  }
  KernelMode operator()(KernelMode a, KernelMode b) const { return Chosen(a, b); }
  OnViolation operator()(OnViolation a, OnViolation b) const { return Chosen(a, b); }

 private:
  template <typename Enum>
  static Enum Chosen(Enum a, Enum b) {
    const Enum default_value = {};
    if (a == default_value || b == default_value) return a == default_value ? b : a;
    return Strictness(a) < Strictness(b) ? b : a;
  }
};

void UnionField(const Option& option, const Policy& from, Policy* into) {
  std::visit([&](auto field) { into->*field = UnionOf()(into->*field, from.*field); },
             option.field);
}

void CopyField(const Option& option, const Policy& from, Policy* into) {
  std::visit([&](auto field) { into->*field = from.*field; }, option.field);
}

bool SameField(const Option& option, const Policy& a, const Policy& b) {
  return std::visit([&](auto field) { return a.*field == b.*field; }, option.field);
}

bool Contains(const std::vector<std::string>& list, const std::string& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

// Origins of the elements that `from` adds to a list, in Union's order.
void AppendListOrigins(const Option& option, const PolicyWithOrigins& from, const Policy& before,
                       std::vector<Origin>* origins) {
  const std::vector<std::string> known = ReadValues(option, before);
  const std::vector<std::string> added = ReadValues(option, from.policy);
  const std::vector<Origin>& added_origins = from.origins[OptionIndex(option)];
  for (size_t i = 0; i < added.size() && i < added_origins.size(); ++i) {
    if (!Contains(known, added[i])) origins->push_back(added_origins[i]);
  }
}

enum class Rank : uint8_t { kEqual, kSecondIsStronger };

PolicyWithOrigins Combine(const PolicyWithOrigins& a, const PolicyWithOrigins& b, Rank rank) {
  PolicyWithOrigins result = a;
  for (const Option& option : AllOptions()) {
    const size_t index = OptionIndex(option);
    const bool mentioned = !b.origins[index].empty();
    if (IsList(option)) {
      AppendListOrigins(option, b, a.policy, &result.origins[index]);
      UnionField(option, b.policy, &result.policy);
      continue;
    }
    if (mentioned && rank == Rank::kSecondIsStronger) {
      CopyField(option, b.policy, &result.policy);
    } else {
      UnionField(option, b.policy, &result.policy);
    }
    const bool is_b = SameField(option, result.policy, b.policy);
    const bool is_a = SameField(option, result.policy, a.policy);
    if (mentioned && is_b &&
        (!is_a || rank == Rank::kSecondIsStronger || a.origins[index].empty())) {
      result.origins[index] = b.origins[index];
    }
  }
  return result;
}

// True if a restriction that `option` opens is in force.
bool OpensSomething(const Option& option, const Policy& policy) {
  const Policy nothing;
  bool needs_any = false;
  for (std::string_view name : option.needs) {
    if (name.empty()) continue;
    needs_any = true;
    if (!SameField(*FindKey(name), policy, nothing)) return true;
  }
  return !needs_any;
}

// True if `b` is weaker than `a`, for a field that tightens.
struct Weaker {
  bool operator()(bool a, bool b) const { return a && !b; }
  bool operator()(const std::string& a, const std::string& b) const { return !a.empty() && a != b; }
  bool operator()(const std::vector<std::string>& a, const std::vector<std::string>& b) const {
    return !std::all_of(a.begin(), a.end(), [&](const auto& value) { return Contains(b, value); });
  }
  template <typename T>
  bool operator()(const std::optional<T>& a, const std::optional<T>& b) const {
    return a && (!b || *b > *a);
  }
  bool operator()(KernelMode a, KernelMode b) const { return Strictness(b) < Strictness(a); }
  bool operator()(OnViolation a, OnViolation b) const { return Strictness(b) < Strictness(a); }
};

}  // namespace

Policy Union(const Policy& a, const Policy& b) {
  Policy result = a;
  for (const Option& option : AllOptions()) UnionField(option, b, &result);
  return result;
}

PolicyWithOrigins Union(const PolicyWithOrigins& a, const PolicyWithOrigins& b) {
  return Combine(a, b, Rank::kEqual);
}

PolicyWithOrigins Override(const PolicyWithOrigins& weak, const PolicyWithOrigins& strong) {
  return Combine(weak, strong, Rank::kSecondIsStronger);
}

void Stack(PolicyWithOrigins level, PolicyStack* stack) {
  const bool known = std::any_of(stack->begin(), stack->end(), [&](const PolicyWithOrigins& held) {
    return held.policy == level.policy;
  });
  if (!known) stack->push_back(std::move(level));
}

bool IsSealed(const PolicyStack& stack) {
  return std::any_of(stack.begin(), stack.end(),
                     [](const PolicyWithOrigins& level) { return level.policy.seal; });
}

Policy ProcessWide(const PolicyStack& stack) {
  Policy result;
  bool first = true;
  for (const auto& [policy, origins] : stack) {
    const auto lower = [](auto& limit, const auto& other) { limit = UnionOf()(limit, other); };
    lower(result.max_memory_bytes, policy.max_memory_bytes);
    lower(result.max_cpu, policy.max_cpu);
    lower(result.timeout, policy.timeout);
    lower(result.max_processes, policy.max_processes);
    lower(result.max_file_size_bytes, policy.max_file_size_bytes);
    result.seal = result.seal || policy.seal;
    result.fail_on_violation = result.fail_on_violation || policy.fail_on_violation;
    if (first || Strictness(policy.kernel) > Strictness(result.kernel)) {
      result.kernel = policy.kernel;
    }
    first = false;
  }
  return result;
}

bool Loosens(const Option& option, const Policy& a, const Policy& b) {
  switch (option.effect) {
    case OptionEffect::kNeither:
      return false;
    case OptionEffect::kTightens:
      return std::visit([&](auto field) { return Weaker()(a.*field, b.*field); }, option.field);
    case OptionEffect::kLoosens:
      return OpensSomething(option, a) &&
             std::visit([&](auto field) { return Weaker()(b.*field, a.*field); }, option.field);
  }
  return true;
}

}  // namespace hermetic
