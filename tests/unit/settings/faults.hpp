/// \file
/// What a reader finds wrong with a piece of YAML, as its users will see it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "common/settings/yaml_reader.hpp"
#include "common/texts/spoken.hpp"

namespace panggil::settings {

using Faults = std::vector<std::string>;

/// Each as `line:column: what`.
inline Faults faults_of(const std::vector<Problem>& problems) {
  Faults faults;
  for (const auto& problem : problems)
    faults.push_back(std::to_string(problem.line) + ":" + std::to_string(problem.column) + ": " +
                     problem.what);
  return faults;
}

inline Faults faults_of(const std::string& yaml, const std::function<void(const Node&)>& read) {
  speak("en");
  const auto document = Document::parse("test.yaml", yaml);
  read(document.root());
  return faults_of(document.problems());
}

}  // namespace panggil::settings
