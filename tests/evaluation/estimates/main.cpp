/// \file
/// Evaluates the estimates of waiting time, and writes the figures into docs/estimates.md.
#include <CLI/CLI.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <sstream>

#include "recorded_office.hpp"
#include "simulated_office.hpp"
#include "table_of_figures.hpp"

namespace {

using namespace panggil;
using namespace panggil::evaluation;

constexpr std::string_view kRecorded = "recorded days";
constexpr std::string_view kSimulated = "simulated days";

struct Options {
  std::filesystem::path recorded, offices, document;
  int days = 200;
};

/// The district offices of Warsaw: Mondays until six, else until four.
RecordedOptions warsaw() {
  RecordedOptions options{.zone = "Europe/Warsaw"};
  for (unsigned weekday = 1; weekday <= 5; ++weekday)
    options.hours[weekday] = {{std::chrono::hours(8), std::chrono::hours(weekday == 1 ? 18 : 16)}};
  return options;
}

std::vector<Trial> simulated(const Options& options) {
  std::vector<std::filesystem::path> offices;
  for (const auto& entry : std::filesystem::directory_iterator(options.offices))
    if (std::filesystem::exists(entry.path() / "simulation.yaml")) offices.push_back(entry.path());
  std::sort(offices.begin(), offices.end());
  std::vector<Trial> trials;
  for (const auto& office : offices) trials.push_back(simulated_office(office, options.days));
  return trials;
}

/// Puts the table between the marks that the document has for it.
std::string with_figures(const std::string& document, std::string_view which, const std::string& table) {
  const std::string begin = fmt::format("<!-- {} -->\n", which);
  const std::string end = fmt::format("<!-- end of {} -->\n", which);
  const auto from = document.find(begin), until = document.find(end);
  if (from == std::string::npos || until == std::string::npos || until < from)
    throw std::runtime_error(fmt::format("the document has no place for the {}", which));
  return document.substr(0, from + begin.size()) + table + document.substr(until);
}

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  if (!file) throw std::runtime_error(fmt::format("{} cannot be read", path.string()));
  return text.str();
}

void run(const Options& options) {
  std::string document = options.document.empty() ? "" : read(options.document);
  const auto tell = [&](std::string_view which, const std::vector<Trial>& trials) {
    const auto table = table_of_figures(trials);
    fmt::print("{}\n{}\n", which, table);
    if (!document.empty()) document = with_figures(document, which, table);
  };
  if (!options.recorded.empty()) tell(kRecorded, recorded_offices(options.recorded, warsaw()));
  if (!options.offices.empty()) tell(kSimulated, simulated(options));
  if (document.empty()) return;
  std::ofstream file(options.document);
  file << document << std::flush;
  if (!file) throw std::runtime_error(fmt::format("{} cannot be written", options.document.string()));
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app(
      "Evaluates the estimates of waiting time. Ours stands before the slash, people ahead × the mean gap "
      "of the day after it.");
  Options options;
  app.add_option("--recorded", options.recorded, "Directory with recorded days");
  app.add_option("--offices", options.offices, "Directory with sample offices, each with a simulation.yaml");
  app.add_option("--days", options.days, "Simulated days for each of them")->check(CLI::PositiveNumber);
  app.add_option("--write", options.document, "docs/estimates.md, to put the figures into");
  CLI11_PARSE(app, argc, argv);
  try {
    run(options);
  } catch (const std::exception& trouble) {
    std::cerr << "evaluate_estimates: " << trouble.what() << "\n";
    return 1;
  }
  return 0;
}
