/// \file
/// Names as types: a service can never be handed over where a counter is asked for.
#pragma once

#include <compare>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace panggil {

/// True for `[a-z0-9][a-z0-9-]{0,31}`, the form of every id in topics, payloads and configuration.
bool is_id(std::string_view text);
/// True for a ticket number as it is printed: one to four capital letters or digits that begin with a letter,
/// then one to six digits, e.g. `A017`.
bool is_ticket_number(std::string_view text);
/// True for what a client may choose to name a command: 1 to 64 printable ASCII characters.
bool is_command_id(std::string_view text);

/// A checked piece of text. `Tag` tells one kind from another and which texts are legal.
template <class Tag>
class Id {
 public:
  static constexpr auto kWhat = Tag::kWhat;  ///< what it is, for messages

  /// \throws std::invalid_argument when `text` is not legal; for texts from outside use parse().
  explicit Id(std::string_view text) : text_(text) {
    if (!Tag::legal(text))
      throw std::invalid_argument(std::string(Tag::kWhat) + " expected, got \"" + text_ + "\"");
  }
  static std::optional<Id> parse(std::string_view text) {
    if (!Tag::legal(text)) return std::nullopt;
    return Id(text);
  }
  const std::string& text() const { return text_; }

  friend bool operator==(const Id&, const Id&) = default;
  friend auto operator<=>(const Id&, const Id&) = default;

 private:
  std::string text_;
};

namespace id_tags {
struct Plain {
  static bool legal(std::string_view text) { return is_id(text); }
};
struct Site : Plain {
  static constexpr auto kWhat = "site id";
};
struct Area : Plain {
  static constexpr auto kWhat = "area id";
};
struct Service : Plain {
  static constexpr auto kWhat = "service id";
};
struct Counter : Plain {
  static constexpr auto kWhat = "counter id";
};
struct Client : Plain {
  static constexpr auto kWhat = "client name";
};
struct Class : Plain {
  static constexpr auto kWhat = "class";
};
struct Channel : Plain {
  static constexpr auto kWhat = "channel";
};
struct Notice : Plain {
  static constexpr auto kWhat = "notice id";
};
struct Ticket {
  static constexpr auto kWhat = "ticket number";
  static bool legal(std::string_view text) { return is_ticket_number(text); }
};
struct Command {
  static constexpr auto kWhat = "command id";
  static bool legal(std::string_view text) { return is_command_id(text); }
};
}  // namespace id_tags

using SiteId = Id<id_tags::Site>;
using AreaId = Id<id_tags::Area>;
using ServiceId = Id<id_tags::Service>;
using CounterId = Id<id_tags::Counter>;
using ClientId = Id<id_tags::Client>;
using ClassId = Id<id_tags::Class>;
using ChannelId = Id<id_tags::Channel>;
using NoticeId = Id<id_tags::Notice>;
using TicketNumber = Id<id_tags::Ticket>;
using CommandId = Id<id_tags::Command>;

}  // namespace panggil

template <class Tag>
struct std::hash<panggil::Id<Tag>> {
  std::size_t operator()(const panggil::Id<Tag>& id) const noexcept {
    return std::hash<std::string>{}(id.text());
  }
};
