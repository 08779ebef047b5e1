#include "ctl/doctor/finding.hpp"

#include <algorithm>
#include <sstream>

namespace panggil::ctl {

std::string own_words(const std::string& said, const std::string& name, const std::string& file) {
  const auto begin = std::min(said.find(name), said.find(file));
  std::istringstream lines(begin == std::string::npos ? said : said.substr(begin));
  std::string words;
  for (std::string line; std::getline(lines, line);) words += (words.empty() ? "" : "; ") + line;
  return words;
}

}  // namespace panggil::ctl
