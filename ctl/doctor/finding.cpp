#include "ctl/doctor/finding.hpp"

#include <algorithm>

namespace panggil::ctl {

std::string own_words(const std::string& said, const std::string& name, const std::string& file) {
  const auto begin = std::min(said.find(name), said.find(file));
  return begin == std::string::npos ? said : said.substr(begin);
}

}  // namespace panggil::ctl
