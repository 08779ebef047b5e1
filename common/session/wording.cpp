#include "common/session/wording.hpp"

#include <fmt/format.h>

#include <utility>

#include "common/texts/times.hpp"

namespace panggil::session {

std::string printable(std::string_view text) {
  std::string clean;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    // U+0080 to U+009F, control characters too, are two bytes in UTF-8: C2 and 80 to 9F.
    const bool second_kind =
        byte == 0xc2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xa0;
    if (second_kind) ++i;
    clean += byte < 0x20 || byte == 0x7f || second_kind ? '?' : text[i];
  }
  return clean;
}

Wording::Wording(std::string_view language, std::optional<protocol::Office> office)
    : language_(language), catalogue_(&Catalogue::of(language)), office_(std::move(office)) {}

std::string Wording::text(std::string_view key, const Facts& facts) const {
  Facts clean;
  for (const auto& [name, fact] : facts) clean.emplace(name, printable(fact));
  return catalogue_->text(key, clean);
}

std::string Wording::word(std::string_view prefix, std::string_view word) const {
  std::string key = fmt::format("{}.{}", prefix, word);
  for (char& letter : key) letter = letter == '-' ? '_' : letter;
  return catalogue_->has(key) ? catalogue_->text(key) : printable(word);
}

std::string Wording::in_language(const protocol::LocalText& names, std::string_view otherwise) const {
  const auto own = names.find(language_);
  if (own != names.end()) return printable(own->second);
  return printable(names.empty() ? otherwise : names.begin()->second);
}

std::string Wording::service(std::string_view id) const {
  if (office_) {
    for (const auto& service : office_->services) {
      if (service.service == id) return in_language(service.name, id);
    }
  }
  return printable(id);
}

std::string Wording::duration(Seconds duration) const {
  const auto count = duration.count();
  if (count < 60) return text("session.seconds", {{"s", std::to_string(count)}});
  if (count < 3600) return text("session.minutes", {{"min", std::to_string(count / 60)}});
  return text("session.hours",
              {{"h", std::to_string(count / 3600)}, {"min", fmt::format("{:02}", count % 3600 / 60)}});
}

std::string Wording::tenths(double number) const {
  auto digits = fmt::format("{:.1f}", number);
  return digits.replace(digits.find('.'), 1, text("session.decimal_mark"));
}

std::string Wording::refusal(const protocol::Error& error) const {
  if (error.text) {
    const auto own = error.text->find(language_);
    if (own != error.text->end()) return printable(own->second);
  }
  const std::string key = "error." + error.code;
  const bool same_language =
      !office_ || office_->languages.empty() || office_->languages.front() == language_;
  if (same_language || !has(key)) return printable(error.message);
  const auto ticket = error.current ? error.current->ticket : std::nullopt;
  return text(key,
              {{"message", error.message},
               {"current", ticket.value_or("–")},
               {"opens_at", error.opens_at ? day_and_time_in_words(*error.opens_at, *catalogue_) : "–"}});
}

std::string Wording::time(const Stamp& stamp) const {
  return time_in_words(hours_minutes(stamp), *catalogue_);
}

std::string Wording::band(const std::string& key, const protocol::Estimate& estimate) const {
  const auto wait = wait_in_words(estimate.low_s / 60, (estimate.high_s + 59) / 60);
  return text(wait.from_nothing ? key + "_at_most" : key,
              {{"low", wait.low},
               {"high", wait.high},
               {"unit", text(wait.in_hours ? "time.hours" : "time.minutes")},
               {"short_unit", text(wait.in_hours ? "time.h" : "time.min")}});
}

namespace {
std::string clock_part(const Stamp& stamp, std::size_t length) {
  return to_text(stamp).substr(std::string_view("2026-11-23T").size(), length);
}
}  // namespace

std::string hours_minutes(const Stamp& stamp) {
  return clock_part(stamp, 5);
}

std::string hours_minutes_seconds(const Stamp& stamp) {
  return clock_part(stamp, 8);
}

}  // namespace panggil::session
