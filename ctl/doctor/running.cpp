#include "ctl/doctor/running.hpp"

#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace panggil::ctl {
namespace {

namespace fs = std::filesystem;

/// Of a process; none of one that has ended, or that is not ours to look at.
std::vector<std::string> command_line_of(const fs::path& process) {
  std::ifstream in(process / "cmdline", std::ios::binary);
  const std::string text(std::istreambuf_iterator<char>(in), {});
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\0', begin), text.size());
    words.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

/// What `--config` says; empty: nothing.
fs::path settings_in(const std::vector<std::string>& words) {
  constexpr std::string_view kFlag = "--config";
  for (auto word = words.begin(); word != words.end(); ++word) {
    if (*word == kFlag && std::next(word) != words.end()) return *std::next(word);
    if (word->starts_with(kFlag) && word->substr(kFlag.size()).starts_with('='))
      return word->substr(kFlag.size() + 1);
  }
  return {};
}

bool same_file(const fs::path& one, const fs::path& other) {
  std::error_code none;
  return fs::equivalent(one, other, none);
}

/// Of those in /proc, which has other things as well, among them two more names of this process.
bool is_another_process(const fs::path& entry) {
  const auto name = entry.filename().string();
  return name.find_first_not_of("0123456789") == std::string::npos && name != std::to_string(getpid());
}

}  // namespace

bool runs_here(const Examined& examined, const Places& places) {
  const auto is_it = [&](const fs::path& process) {
    if (!is_another_process(process)) return false;
    const auto words = command_line_of(process);
    if (words.empty() || fs::path(words.front()).filename() != "panggil-" + examined.program) return false;
    const auto settings = settings_in(words);
    // Without a word it takes the machine's own.
    if (settings.empty()) return places.here() && examined.settings == places.settings(examined.program);
    return same_file(process / "cwd" / settings, examined.settings);
  };
  std::error_code none;
  return std::ranges::any_of(fs::directory_iterator("/proc", none),
                             [&](const fs::directory_entry& process) { return is_it(process.path()); });
}

}  // namespace panggil::ctl
