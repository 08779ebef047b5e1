#include "common/base/ids.hpp"

#include <algorithm>

namespace panggil {
namespace {
// Not <cctype>: those ask the locale, and a topic must not depend on it.
bool lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool digit(char c) {
  return c >= '0' && c <= '9';
}
}  // namespace

bool is_id(std::string_view text) {
  if (text.empty() || text.size() > 32 || text.front() == '-') return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return lower(c) || digit(c) || c == '-'; });
}

bool is_ticket_number(std::string_view text) {
  if (text.size() < 2 || text.size() > 10 || !upper(text.front()) || !digit(text.back())) return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return upper(c) || digit(c); });
}

bool is_command_id(std::string_view text) {
  if (text.empty() || text.size() > 64) return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c <= '~'; });
}

}  // namespace panggil
