/// \file
/// Scenes of the sample offices at their worst: their own counters and services, in each of their languages.
#pragma once

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "dispatcher/settings/office_file.hpp"
#include "display/model/label.hpp"
#include "tests/unit/display/scenes.hpp"

namespace panggil::display {

inline std::vector<core::Office> sample_offices(const std::filesystem::path& folder) {
  std::vector<core::Office> offices;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.is_directory()) offices.push_back(settings::load_office(entry.path()));
  return offices;
}

/// Long queues for every service that the area's counters have.
inline std::vector<ServiceLine> services_in(const core::Office& office, const core::Area& area,
                                            const std::string& language) {
  std::set<ServiceId> had;
  for (const auto& counter : office.counters)
    if (std::find(counter.areas.begin(), counter.areas.end(), area.id) != counter.areas.end())
      had.insert(counter.services.begin(), counter.services.end());
  std::vector<ServiceLine> lines;
  for (const auto& service : office.services)
    if (had.contains(service.id))
      lines.push_back({in_language(service.name, language), 888, WaitBand{240, 330}});
  return lines;
}

/// One for each counter, which calls, and has called before, the longest ticket there may be.
inline std::vector<Scene> scenes_of(const core::Office& office) {
  std::vector<Scene> scenes;
  for (const auto& language : office.languages) {
    for (const auto& area : office.areas) {
      std::vector<Label> labels;
      for (const auto& counter : office.counters)
        if (std::find(counter.areas.begin(), counter.areas.end(), area.id) != counter.areas.end())
          labels.push_back(split_label(in_language(counter.label, language)));
      const CounterWords words(labels);
      Scene scene = longest_scene();
      scene.language = language;
      scene.office = in_language(office.name, language);
      scene.area = in_language(area.name, language);
      scene.link = LinkState::kFresh;
      scene.services = services_in(office, area, language);
      for (const auto& counter : office.counters) {
        if (std::find(counter.areas.begin(), counter.areas.end(), area.id) == counter.areas.end()) continue;
        scene.recent = longest_scene().recent;
        scene.live->counter = split_label(in_language(counter.label, language));
        // That many calls in a row are made by counters with numbers only.
        const bool matters = words.matters(scene.live->counter);
        for (auto& row : scene.recent) {
          if ((scene.live->counter.is_name() || matters) && &row != &scene.recent.front()) continue;
          row.counter = scene.live->counter;
          row.word_matters = matters;
        }
        scene.desk = CounterLine{scene.live->counter, "open", scene.live->ticket};
        scene.counters.push_back(*scene.desk);
        scenes.push_back(scene);
      }
    }
  }
  return scenes;
}

}  // namespace panggil::display
