/// \file
/// Facts of the protocol in the words of one language, about one office. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/base/time.hpp"
#include "common/protocol/message/answer.hpp"
#include "common/protocol/message/local_text.hpp"
#include "common/protocol/message/office.hpp"
#include "common/protocol/message/queue.hpp"
#include "common/texts/catalogue.hpp"

namespace panggil::session {

/// Without control characters: a payload must not be able to steer somebody's terminal.
std::string printable(std::string_view text);

class Wording {
 public:
  /// Without an office services are called by their ids.
  /// \throws std::invalid_argument for a language there are no texts for.
  explicit Wording(std::string_view language, std::optional<protocol::Office> office = {});

  /// As Catalogue::text(), with every fact made printable().
  std::string text(std::string_view key, const Facts& facts = {}) const;
  /// The text of `{prefix}.{word}` where there is one, else the word itself: words of the wire may be newer
  /// than we are.
  std::string word(std::string_view prefix, std::string_view word) const;
  bool has(std::string_view key) const { return catalogue_->has(key); }
  const std::string& language() const { return language_; }
  const Catalogue& catalogue() const { return *catalogue_; }
  std::string in_language(const protocol::LocalText& names, std::string_view otherwise) const;
  std::string service(std::string_view id) const;
  /// `14 min`, `1 h 05 min`, `40 s`.
  std::string duration(Seconds duration) const;
  /// To one decimal, with the language's decimal mark: `12.5`, `12,5`.
  std::string tenths(double number) const;
  /// `09.14` or `09:14`, by the clock of the office that wrote it.
  std::string time(const Stamp& stamp) const;
  /// The text of `key` with the band's `low`, `high` and `unit` or `short_unit`, as wait_in_words() has them;
  /// that of `{key}_at_most` for a band from nothing.
  std::string band(const std::string& key, const protocol::Estimate& estimate) const;
  /// Why something was refused: the dispatcher's own words in this language. One of an earlier version has
  /// them in the office's first language only; in another one it is what the code says.
  std::string refusal(const protocol::Error& error) const;
  const std::optional<protocol::Office>& office() const { return office_; }

 private:
  std::string language_;
  const Catalogue* catalogue_;
  std::optional<protocol::Office> office_;
};

/// `09:14` and `09:14:05`, by the clock of the office that wrote it: Wording::time() is for people.
std::string hours_minutes(const Stamp& stamp);
std::string hours_minutes_seconds(const Stamp& stamp);

}  // namespace panggil::session
