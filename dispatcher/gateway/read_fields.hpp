/// \file
/// Single fields of a command, checked. Rejections: kBadRequest, naming the field.
#pragma once

#include <concepts>
#include <optional>
#include <string>

#include "common/base/result.hpp"
#include "dispatcher/core/command.hpp"
#include "dispatcher/gateway/intake.hpp"

namespace panggil::gateway {

inline constexpr std::ptrdiff_t kLongestName = 64;  ///< characters

/// A text of people's, for screens and records: on one line, of at most `most` characters.
Result<std::string, core::Rejection> read_text(const std::string& text, const char* field,
                                               std::ptrdiff_t most);

/// A short one, such as a name or a reason; an empty one is none.
Result<std::optional<std::string>, core::Rejection> read_name(const std::optional<std::string>& text,
                                                              const char* field);

template <class Name>
Result<Name, core::Rejection> read_id(const std::optional<std::string>& text, const char* field) {
  if (!text) return fail(bad_request("missing", {{"field", field}}));
  auto id = Name::parse(*text);
  constexpr bool kIsTicket = std::same_as<Name, TicketNumber>;
  if (!id) return fail(bad_request(kIsTicket ? "ticket" : "id", {{"field", field}}));
  return std::move(*id);
}

template <class Name>
Result<std::optional<Name>, core::Rejection> read_optional_id(const std::optional<std::string>& text,
                                                              const char* field) {
  if (!text) return std::optional<Name>();
  return read_id<Name>(text, field).map([](Name&& id) { return std::optional<Name>(std::move(id)); });
}

}  // namespace panggil::gateway
