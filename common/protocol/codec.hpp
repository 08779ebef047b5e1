/// \file
/// Messages to JSON and back. JSON is named in codec.cpp only.
#pragma once

#include <string>
#include <string_view>

#include "common/base/result.hpp"
#include "common/protocol/messages.hpp"

namespace panggil::protocol {

/// What the dispatcher takes and what anyone may send.
inline constexpr std::size_t kMaxCommandBytes = 8 * 1024;
inline constexpr std::size_t kMaxPayloadBytes = 64 * 1024;

/// Fields in the order of docs/protocol.md, no white space.
template <class Message>
std::string encode(const Message& message);

/// Why a payload is none of the kind asked for, in words, e.g. `"seq" should be a whole number`.
struct DecodeError {
  std::string what;
  /// The same for whoever words it in another language: the text `field.{fault}` of the catalogues, of this
  /// field.
  std::string fault{};
  std::string field{};
};

/// Unknown fields are ignored; a missing or null optional one is nothing; any other missing, or one of the
/// wrong type or out of range, is an error. Never throws on any bytes.
template <class Message>
Result<Message, DecodeError> decode(std::string_view payload);

/// A command that cannot be taken: `id` where one could still be read, so that the answer finds its way.
struct BadCommand {
  std::optional<std::string> id;
  DecodeError why;
};
Result<Command, BadCommand> decode_command(std::string_view payload);

}  // namespace panggil::protocol
