// The arguments of an audit event or of a guarded builtin, in one shape.
#ifndef HERMETIC_GUARDS_ARGS_H_
#define HERMETIC_GUARDS_ARGS_H_

#include <Python.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hermetic {

// A borrowed view. The values come from untrusted code: any number of them, of
// any type. Nothing here runs Python code or allocates. GIL held.
class Args {
 public:
  Args(PyObject* const* values, size_t count) : values_(values), count_(count) {}
  // `names` (vectorcall's tuple) or `keywords` (a dict) may be null.
  Args(PyObject* self, PyObject* const* values, size_t count, PyObject* names, PyObject* keywords)
      : self_(self), values_(values), count_(count), names_(names), keywords_(keywords) {}

  size_t size() const { return count_; }
  size_t keyword_count() const;
  PyObject* self() const { return self_; }
  // Null where there is no such positional argument.
  PyObject* operator[](size_t index) const { return index < count_ ? values_[index] : nullptr; }
  // The argument at `index`, or the one passed by `keyword`, or null.
  PyObject* Get(size_t index, const char* keyword) const;

 private:
  PyObject* self_ = nullptr;
  PyObject* const* values_;
  size_t count_;
  PyObject* names_ = nullptr;
  PyObject* keywords_ = nullptr;
};

// The UTF-8 of a str (subclasses included: the C code reads the same buffer),
// or nullopt for other types and lone surrogates. The view lives as long as the
// object. Never leaves an exception behind.
std::optional<std::string_view> Utf8View(PyObject* value);

// As the file system sees it: a str is encoded with surrogateescape, bytes are
// taken as they are. `storage` holds the text where it had to be made. nullopt
// for other types and embedded NULs.
std::optional<std::string_view> FsPathView(PyObject* value, std::string* storage);

// nullopt for other types than int and for what does not fit.
std::optional<int64_t> IntValue(PyObject* value);

// Fit for one line of a terminal: control characters escaped, length limited.
std::string Printable(std::string_view text);

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_ARGS_H_
