/// \file
/// Names in the office's file that must stand for something else in it.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/settings/nearest.hpp"
#include "common/settings/scalar_forms.hpp"
#include "common/settings/yaml_reader.hpp"
#include "common/texts/spoken.hpp"

namespace panggil::settings {

template <class T>
std::optional<T> find_reference(std::string_view word, const std::vector<T>& known) {
  const auto found =
      std::find_if(known.begin(), known.end(), [&](const T& one) { return one.text() == word; });
  return found == known.end() ? std::nullopt : std::optional<T>(*found);
}

/// What a thing of the office is called: `service`, in the language that is spoken.
inline std::string name_of(std::string_view what) {
  return spoken_text("fault.office.a_" + std::string(what));
}

/// The facts of fault.office.unknown: `there is no service "interveiw"; did you mean "interview"?`
template <class T>
Facts unknown_reference(std::string_view what, std::string_view word, const std::vector<T>& known) {
  std::vector<std::string> words;
  for (const T& one : known) words.push_back(one.text());
  return {{"what", name_of(what)}, {"word", std::string(word)}, {"meant", suggest(word, words)}};
}

/// A list of names, each known and none twice. \param what one of them is, e.g. `service`.
template <class T>
std::vector<T> read_references(const Node& node, std::string_view what, const std::vector<T>& known) {
  std::vector<T> found;
  const auto items = node.items();
  for (const auto& item : items) {
    const std::string word = item.text();
    const auto one = find_reference(word, known);
    if (!one && !word.empty()) item.fault("fault.office.unknown", unknown_reference(what, word, known));
    if (one && std::find(found.begin(), found.end(), *one) != found.end())
      item.fault("fault.office.twice", {{"what", name_of(what)}, {"id", word}});
    if (one) found.push_back(*one);
  }
  if (node.is_list() && items.empty()) node.fault("fault.office.none", {{"what", name_of(what)}});
  return found;
}

/// A duration of whole minutes.
inline std::chrono::minutes read_minutes(const Node& node, std::chrono::minutes least,
                                         std::chrono::minutes most) {
  const auto duration = node.duration(least, most);
  const auto minutes = std::chrono::floor<std::chrono::minutes>(duration);
  if (minutes != duration) node.fault("fault.office.whole_minutes", {{"duration", duration_text(duration)}});
  return minutes;
}

}  // namespace panggil::settings
