#include "guards/args.h"

#include "absl/strings/str_cat.h"
#include "guards/py_ref.h"

namespace hermetic {
namespace {

constexpr size_t kPrintableLimit = 512;

}  // namespace

size_t Args::keyword_count() const {
  if (names_ != nullptr) return static_cast<size_t>(PyTuple_GET_SIZE(names_));
  return keywords_ == nullptr ? 0 : static_cast<size_t>(PyDict_GET_SIZE(keywords_));
}

PyObject* Args::Get(size_t index, const char* keyword) const {
  if (index < count_) return values_[index];
  if (names_ != nullptr) {
    for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(names_); ++i) {
      PyObject* name = PyTuple_GET_ITEM(names_, i);
      // vectorcall guarantees str; comparing with ASCII cannot fail or run code.
      if (PyUnicode_CompareWithASCIIString(name, keyword) == 0) return values_[count_ + i];
    }
  }
  if (keywords_ != nullptr && PyDict_Check(keywords_)) {
    PyObject* key = nullptr;
    PyObject* value = nullptr;
    Py_ssize_t position = 0;
    while (PyDict_Next(keywords_, &position, &key, &value) != 0) {
      if (PyUnicode_Check(key) && PyUnicode_CompareWithASCIIString(key, keyword) == 0) return value;
    }
  }
  return nullptr;
}

std::optional<std::string_view> Utf8View(PyObject* value) {
  if (value == nullptr || !PyUnicode_Check(value)) return std::nullopt;
  Py_ssize_t size = 0;
  const char* text = PyUnicode_AsUTF8AndSize(value, &size);
  if (text == nullptr) {
    PyErr_Clear();
    return std::nullopt;
  }
  return std::string_view(text, static_cast<size_t>(size));
}

std::optional<std::string_view> FsPathView(PyObject* value, std::string* storage) {
  std::string_view path;
  if (value == nullptr) return std::nullopt;
  if (PyBytes_Check(value)) {
    path = std::string_view(PyBytes_AS_STRING(value), static_cast<size_t>(PyBytes_GET_SIZE(value)));
  } else if (PyUnicode_Check(value)) {
    if (const auto utf8 = Utf8View(value)) {
      path = *utf8;
    } else {
      const PyRef encoded = PyRef::Steal(PyUnicode_EncodeFSDefault(value));
      if (!encoded) {
        PyErr_Clear();
        return std::nullopt;
      }
      storage->assign(PyBytes_AS_STRING(encoded.get()),
                      static_cast<size_t>(PyBytes_GET_SIZE(encoded.get())));
      path = *storage;
    }
  } else {
    return std::nullopt;
  }
  if (path.find('\0') != std::string_view::npos) return std::nullopt;
  return path;
}

std::optional<int64_t> IntValue(PyObject* value) {
  if (value == nullptr || !PyLong_Check(value)) return std::nullopt;
  int overflow = 0;
  const long long number = PyLong_AsLongLongAndOverflow(value, &overflow);
  if (overflow != 0) return std::nullopt;
  return number;
}

std::string Printable(std::string_view text) {
  std::string out;
  for (const char c : text.substr(0, kPrintableLimit)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7f) {
      absl::StrAppend(&out, "\\x", absl::Hex(byte, absl::kZeroPad2));
    } else {
      out.push_back(c);
    }
  }
  if (text.size() > kPrintableLimit) out += "...";
  return out;
}

}  // namespace hermetic
