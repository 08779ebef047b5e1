#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "common/settings/scalar_forms.hpp"
#include "common/settings/yaml_tree.hpp"

namespace panggil::settings {
namespace {

std::string lines(const std::vector<Problem>& problems) {
  std::string text;
  for (const Problem& problem : problems) text += (text.empty() ? "" : "\n") + to_text(problem);
  return text;
}

/// What a file says comes back in messages, and they end in a terminal or the journal.
std::string harmless(std::string_view what) {
  constexpr std::size_t kLongest = 400;
  std::string text;
  for (auto rest = what.substr(0, kLongest); !rest.empty();) {
    const auto bad = first_bad_byte(rest).value_or(rest.size());
    text += rest.substr(0, bad);
    if (bad < rest.size()) text += '?';
    rest.remove_prefix(std::min(rest.size(), bad + 1));
  }
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return what.size() > kLongest ? text + " …" : text;
}

auto rank(const Problem& problem) {
  return std::tie(problem.line, problem.column);
}

}  // namespace

std::string to_text(const Problem& problem) {
  if (problem.line == 0) return fmt::format("{}: {}", problem.file, problem.what);
  return fmt::format("{}:{}:{}: {}", problem.file, problem.line, problem.column, problem.what);
}

BadSettings::BadSettings(std::vector<Problem> problems)
    : std::runtime_error(lines(problems)), problems_(std::move(problems)) {}

void Document::Impl::add(Place place, const std::string& what) {
  if (problems.size() == kMostProblems) return;
  Problem problem{file, place.line, place.column, harmless(what)};
  const auto [first, last] =
      std::equal_range(problems.begin(), problems.end(), problem,
                       [](const Problem& a, const Problem& b) { return rank(a) < rank(b); });
  if (std::any_of(first, last, [&](const Problem& known) { return known.what == problem.what; })) return;
  problems.insert(last, std::move(problem));
}

Node Document::root() const {
  // What is missing from a half read file would be blamed on the file.
  if (impl_->broken) return Node();
  return Node(std::make_shared<Node::Impl>(Node::Impl{impl_, &impl_->root}));
}

const std::vector<Problem>& Document::problems() const {
  return impl_->problems;
}

void Document::require_clean() const {
  if (!impl_->problems.empty()) throw BadSettings(impl_->problems);
}

}  // namespace panggil::settings
