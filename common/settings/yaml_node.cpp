#include <fmt/format.h>

#include <algorithm>

#include "common/settings/nearest.hpp"
#include "common/settings/scalar_forms.hpp"
#include "common/settings/yaml_tree.hpp"
#include "common/texts/spoken.hpp"

namespace panggil::settings {
namespace {

std::string describe(const Value& value) {
  switch (value.kind) {
    case Kind::kNothing:
      return spoken_text("fault.nothing");
    case Kind::kScalar:
      return spoken_text(value.quoted ? "fault.quoted" : "fault.single");
    case Kind::kList:
      return spoken_text("fault.list");
    case Kind::kMap:
      return spoken_text("fault.map");
  }
  return "";
}

Node node(const std::shared_ptr<Document::Impl>& document, Value& value) {
  return Node(std::make_shared<Node::Impl>(Node::Impl{document, &value}));
}

}  // namespace

bool Node::present() const {
  return impl_ && impl_->value->kind != Kind::kNothing;
}

bool Node::is_map() const {
  return impl_ && impl_->value->kind == Kind::kMap;
}

bool Node::is_list() const {
  return impl_ && impl_->value->kind == Kind::kList;
}

bool Node::is_scalar() const {
  return impl_ && impl_->value->kind == Kind::kScalar;
}

void Node::fault(std::string_view text, const Facts& facts) const {
  fault_in_words(spoken_text(text, facts));
}

void Node::key_fault(std::string_view text, const Facts& facts) const {
  if (impl_) impl_->document->add(impl_->value->key_place, spoken_text(text, facts));
}

void Node::fault_in_words(const std::string& what) const {
  if (impl_) impl_->document->add(impl_->value->place, what);
}

Node Node::child(std::string_view key) const {
  impl_->value->asked.emplace(key);
  auto& children = impl_->value->children;
  const auto found =
      std::find_if(children.begin(), children.end(), [&](const Value& child) { return child.key == key; });
  return found == children.end() ? Node() : node(impl_->document, *found);
}

Node Node::optional(std::string_view key) const {
  if (!impl_) return {};
  if (!is_map()) {
    // Once is enough; each key that is looked for would say the same.
    if (impl_->value->asked.empty())
      fault("fault.map_with_key", {{"key", std::string(key)}, {"found", describe(*impl_->value)}});
    impl_->value->asked.emplace(key);
    return {};
  }
  const Node found = child(key);
  return found.present() ? found : Node();
}

Node Node::required(std::string_view key) const {
  const Node found = optional(key);
  if (found.present() || !is_map()) return found;
  if (const Node empty = child(key); empty.impl_)
    empty.key_fault("fault.no_value", {{"key", std::string(key)}});
  else
    fault("fault.missing", {{"key", std::string(key)}});
  return {};
}

void Node::no_other_keys() const {
  if (!is_map()) return;
  const Value& map = *impl_->value;
  std::vector<std::string> known(map.asked.begin(), map.asked.end());
  std::vector<std::string> missing;
  for (const auto& key : known) {
    const auto has_it = [&](const Value& child) { return child.key == key; };
    if (std::none_of(map.children.begin(), map.children.end(), has_it)) missing.push_back(key);
  }
  for (const Value& child : map.children) {
    if (map.asked.contains(child.key)) continue;
    if (impl_->document->problems.size() == kMostProblems) return;
    const auto meant = nearest(child.key, missing);
    const auto hint = meant ? did_you_mean(*meant) : known_here(known);
    impl_->document->add(child.key_place,
                         spoken_text("fault.unknown_key", {{"key", child.key}, {"meant", hint}}));
  }
}

std::vector<Node> Node::items() const {
  std::vector<Node> nodes;
  if (!impl_) return nodes;
  if (!is_list()) {
    fault("fault.list_expected", {{"found", describe(*impl_->value)}});
    return nodes;
  }
  for (Value& child : impl_->value->children) nodes.push_back(node(impl_->document, child));
  return nodes;
}

std::vector<std::pair<std::string, Node>> Node::entries() const {
  std::vector<std::pair<std::string, Node>> entries;
  if (!impl_) return entries;
  if (!is_map()) {
    fault("fault.map_expected", {{"example", "{key: value}"}, {"found", describe(*impl_->value)}});
    return entries;
  }
  for (Value& child : impl_->value->children) {
    impl_->value->asked.insert(child.key);
    entries.emplace_back(child.key, node(impl_->document, child));
  }
  return entries;
}

const std::string* Node::scalar(const std::string& expected) const {
  if (is_scalar()) return &impl_->value->text;
  if (impl_) fault("fault.expected", {{"expected", expected}, {"found", describe(*impl_->value)}});
  return nullptr;
}

std::string Node::text() const {
  const auto* text = scalar(spoken_text("fault.a_text"));
  if (text == nullptr) return "";
  if (text->empty()) fault("fault.empty_text");
  if (first_bad_byte(*text) || text->find_first_of("\n\r\t") != std::string::npos) fault("fault.one_line");
  return *text;
}

void Node::illegal_id() const {
  if (!is_scalar() || impl_->value->text.empty()) return;  // text() has said so
  fault("fault.no_id", {{"word", impl_->value->text}});
}

std::filesystem::path Node::path() const {
  const std::filesystem::path path = text();
  if (path.empty() || path.is_absolute()) return path;
  return std::filesystem::path(impl_->document->file).parent_path() / path;
}

bool Node::truth() const {
  const auto* text = scalar(spoken_text("fault.a_truth"));
  if (text == nullptr) return false;
  if (impl_->value->quoted || (*text != "true" && *text != "false"))
    fault("fault.no_truth", {{"word", *text}});
  return *text == "true";
}

long Node::whole(long least, long most) const {
  const auto expected =
      spoken_text("fault.a_whole", {{"least", fmt::to_string(least)}, {"most", fmt::to_string(most)}});
  const auto* text = scalar(expected);
  if (text == nullptr) return least;
  const auto value = impl_->value->quoted ? std::nullopt : parse_whole(*text);
  if (value && *value >= least && *value <= most) return *value;
  fault(impl_->value->quoted ? "fault.not_quoted" : "fault.expected",
        {{"expected", expected}, {"found", *text}});
  return least;
}

double Node::number(double least, double most) const {
  const auto expected =
      spoken_text("fault.a_number", {{"least", fmt::to_string(least)}, {"most", fmt::to_string(most)}});
  const auto* text = scalar(expected);
  if (text == nullptr) return least;
  const auto value = impl_->value->quoted ? std::nullopt : parse_number(*text);
  if (value && *value >= least && *value <= most) return *value;
  fault(impl_->value->quoted ? "fault.not_quoted" : "fault.expected",
        {{"expected", expected}, {"found", *text}});
  return least;
}

std::chrono::seconds Node::duration(std::chrono::seconds least, std::chrono::seconds most) const {
  const auto expected =
      spoken_text("fault.a_duration", {{"least", duration_text(least)}, {"most", duration_text(most)}});
  const auto* text = scalar(expected);
  if (text == nullptr) return least;
  const auto value = parse_duration(*text);
  if (value && *value >= least && *value <= most) return *value;
  fault("fault.no_duration", {{"expected", expected}, {"word", *text}});
  return least;
}

std::chrono::minutes Node::time_of_day() const {
  const auto* text = scalar(spoken_text("fault.a_time"));
  if (text == nullptr) return std::chrono::minutes(0);
  const auto value = parse_time_of_day(*text);
  if (!value) fault("fault.no_time", {{"word", *text}});
  return value.value_or(std::chrono::minutes(0));
}

std::optional<std::size_t> Node::choice(const std::vector<std::string>& choices) const {
  const auto* text = scalar(spoken_text("fault.a_word"));
  if (text == nullptr) return std::nullopt;
  const auto found = std::find(choices.begin(), choices.end(), *text);
  if (found != choices.end()) return static_cast<std::size_t>(found - choices.begin());
  fault("fault.no_choice", {{"word", *text}, {"meant", suggest(*text, choices)}});
  return std::nullopt;
}

}  // namespace panggil::settings
