/// \file
/// A small office's file, to be changed at one place by each test.
#pragma once

#include <stdexcept>
#include <string>

namespace panggil::settings {

inline constexpr auto kSmallOffice = R"(site: test
name: {id: Kantor, en: Office}
timezone: Asia/Jakarta
hours: {mon-fri: ["08:00-12:00"]}
ticket_numbers: {first: 1, last: 999}
classes: [regular, priority]
selection: [reserved, earliest]
areas:
  - {id: hall, name: {id: Ruang, en: Hall}}
services:
  - {id: cs, name: {id: Layanan, en: Service}, prefix: A}
  - {id: pickup, name: {id: Ambil, en: Pickup}, prefix: B}
counters:
  - {id: 1, services: [cs]}
  - {id: 2, services: [cs, pickup]}
)";

/// The small office with `old_text`, which stands in it once, replaced.
inline std::string office_with(const std::string& old_text, const std::string& new_text) {
  std::string text = kSmallOffice;
  const auto at = text.find(old_text);
  if (at == std::string::npos || text.find(old_text, at + 1) != std::string::npos)
    throw std::invalid_argument("not once in the small office: " + old_text);
  return text.replace(at, old_text.size(), new_text);
}

}  // namespace panggil::settings
