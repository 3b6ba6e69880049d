#include "guards/socket_address.h"

#include <optional>
#include <string_view>
#include <utility>

#include "guards/args.h"

namespace hermetic {
namespace {

constexpr char kOddAddress[] = "invalid address";

std::string_view BytesView(PyObject* bytes) {
  return {PyBytes_AS_STRING(bytes), static_cast<size_t>(PyBytes_GET_SIZE(bytes))};
}

// As the socket module encodes it; nullopt where it would raise.
std::optional<std::string> EncodeIdna(PyObject* text) {
  // An exact str: the codec calls methods of what it is given.
  const PyRef exact = PyRef::Steal(PyUnicode_FromObject(text));
  const PyRef encoded =
      PyRef::Steal(exact ? PyUnicode_AsEncodedString(exact.get(), "idna", nullptr) : nullptr);
  if (!encoded) {
    PyErr_Clear();
    return std::nullopt;
  }
  return std::string(BytesView(encoded.get()));
}

}  // namespace

HostArgument DecodeHost(PyObject* host, IdnaCodec codec) {
  HostArgument argument;
  std::optional<std::string> encoded;
  if (PyBytes_Check(host)) {
    encoded = BytesView(host);
    argument.is_literal = true;
  } else if (const auto text = Utf8View(host)) {
    argument.shown = *text;
    if (PyUnicode_IS_ASCII(host)) {
      encoded = *text;
      argument.is_literal = PyUnicode_IS_COMPACT_ASCII(host);
    } else if (codec == IdnaCodec::kMayRun) {
      encoded = EncodeIdna(host);
    }
  }
  std::optional<HostText> parsed = encoded ? ParseHost(*encoded) : std::nullopt;
  if (!parsed) {
    argument.shown = kOddAddress;
    return argument;
  }
  argument.kind = HostArgument::Kind::kHost;
  argument.shown = *encoded;
  argument.host = *std::move(parsed);
  argument.is_literal = argument.is_literal && argument.host.canonical == *encoded;
  return argument;
}

SocketAddress DecodeAddress(PyObject* address, IdnaCodec codec) {
  SocketAddress decoded;
  decoded.shown = kOddAddress;
  if (address == nullptr) return decoded;
  if (!PyTuple_Check(address)) {
    if (PyUnicode_Check(address) || PyBytes_Check(address) || PyByteArray_Check(address)) {
      decoded.kind = SocketAddress::Kind::kUnix;
      std::string storage;
      decoded.shown = FsPathView(address, &storage).value_or("unix socket");
    }
    return decoded;
  }
  if (PyTuple_GET_SIZE(address) < 2) return decoded;
  const std::optional<int64_t> port = IntValue(PyTuple_GET_ITEM(address, 1));
  if (!port) return decoded;
  decoded.host = DecodeHost(PyTuple_GET_ITEM(address, 0), codec);
  decoded.shown = decoded.host.shown;
  if (decoded.host.kind == HostArgument::Kind::kOdd) return decoded;
  decoded.kind = SocketAddress::Kind::kInternet;
  decoded.port = *port >= 0 && *port <= 0xffff ? static_cast<int>(*port) : 0;
  return decoded;
}

PyRef WithHost(PyObject* address, const std::string& host) {
  PyRef bytes =
      PyRef::Steal(PyBytes_FromStringAndSize(host.data(), static_cast<Py_ssize_t>(host.size())));
  PyRef copy = PyRef::Steal(PyTuple_New(PyTuple_GET_SIZE(address)));
  if (!bytes || !copy) return {};
  PyTuple_SET_ITEM(copy.get(), 0, bytes.Release());
  for (Py_ssize_t i = 1; i < PyTuple_GET_SIZE(address); ++i) {
    PyTuple_SET_ITEM(copy.get(), i, Py_NewRef(PyTuple_GET_ITEM(address, i)));
  }
  return copy;
}

}  // namespace hermetic
