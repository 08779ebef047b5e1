#include <fmt/format.h>

#include <algorithm>

#include "common/settings/nearest.hpp"
#include "common/settings/scalar_forms.hpp"
#include "common/settings/yaml_tree.hpp"

namespace panggil::settings {
namespace {

std::string_view describe(const Value& value) {
  switch (value.kind) {
    case Kind::kNothing:
      return "nothing";
    case Kind::kScalar:
      return value.quoted ? "a text in quotes" : "a single value";
    case Kind::kList:
      return "a list";
    case Kind::kMap:
      return "a map";
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

void Node::fault(const std::string& what) const {
  if (impl_) impl_->document->add(impl_->value->place, what);
}

void Node::key_fault(const std::string& what) const {
  if (impl_) impl_->document->add(impl_->value->key_place, what);
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
      fault(fmt::format("a map with the key \"{}\" is expected, not {}", key, describe(*impl_->value)));
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
    empty.key_fault(fmt::format("\"{}\" has no value", key));
  else
    fault(fmt::format("the key \"{}\" is missing", key));
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
    impl_->document->add(child.key_place, fmt::format("unknown key \"{}\"{}", child.key,
                                                      meant ? did_you_mean(*meant) : known_here(known)));
  }
}

std::vector<Node> Node::items() const {
  std::vector<Node> nodes;
  if (!impl_) return nodes;
  if (!is_list()) {
    fault(fmt::format("a list is expected, e.g. [first, second], not {}", describe(*impl_->value)));
    return nodes;
  }
  for (Value& child : impl_->value->children) nodes.push_back(node(impl_->document, child));
  return nodes;
}

std::vector<std::pair<std::string, Node>> Node::entries() const {
  std::vector<std::pair<std::string, Node>> entries;
  if (!impl_) return entries;
  if (!is_map()) {
    fault(fmt::format("a map is expected, e.g. {{key: value}}, not {}", describe(*impl_->value)));
    return entries;
  }
  for (Value& child : impl_->value->children) {
    impl_->value->asked.insert(child.key);
    entries.emplace_back(child.key, node(impl_->document, child));
  }
  return entries;
}

const std::string* Node::scalar(std::string_view expected) const {
  if (is_scalar()) return &impl_->value->text;
  if (impl_) fault(fmt::format("{} is expected, not {}", expected, describe(*impl_->value)));
  return nullptr;
}

std::string Node::text() const {
  const auto* text = scalar("a text");
  if (text == nullptr) return "";
  if (text->empty()) fault("a text is expected, but it is empty");
  if (first_bad_byte(*text) || text->find_first_of("\n\r\t") != std::string::npos)
    fault("a text of one line is expected, without tabs, line ends and other characters that do not print");
  return *text;
}

void Node::illegal_id() const {
  if (!is_scalar() || impl_->value->text.empty()) return;  // text() has said so
  fault(fmt::format("\"{}\" is not an id: 1 to 32 of a-z, 0-9 and hyphens are, not beginning with a hyphen",
                    impl_->value->text));
}

std::filesystem::path Node::path() const {
  const std::filesystem::path path = text();
  if (path.empty() || path.is_absolute()) return path;
  return std::filesystem::path(impl_->document->file).parent_path() / path;
}

bool Node::truth() const {
  const auto* text = scalar("true or false");
  if (text == nullptr) return false;
  if (impl_->value->quoted || (*text != "true" && *text != "false"))
    fault(fmt::format("true or false is expected, not \"{}\"", *text));
  return *text == "true";
}

long Node::whole(long least, long most) const {
  const auto expected = fmt::format("a whole number from {} to {}", least, most);
  const auto* text = scalar(expected);
  if (text == nullptr) return least;
  const auto value = impl_->value->quoted ? std::nullopt : parse_whole(*text);
  if (value && *value >= least && *value <= most) return *value;
  fault(fmt::format("{} is expected, not {}{}", expected, *text, impl_->value->quoted ? " in quotes" : ""));
  return least;
}

double Node::number(double least, double most) const {
  const auto expected = fmt::format("a number from {} to {}", least, most);
  const auto* text = scalar(expected);
  if (text == nullptr) return least;
  const auto value = impl_->value->quoted ? std::nullopt : parse_number(*text);
  if (value && *value >= least && *value <= most) return *value;
  fault(fmt::format("{} is expected, not {}{}", expected, *text, impl_->value->quoted ? " in quotes" : ""));
  return least;
}

std::chrono::seconds Node::duration(std::chrono::seconds least, std::chrono::seconds most) const {
  const auto expected = fmt::format("a duration from {} to {}", duration_text(least), duration_text(most));
  const auto* text = scalar(expected);
  if (text == nullptr) return least;
  const auto value = parse_duration(*text);
  if (value && *value >= least && *value <= most) return *value;
  fault(fmt::format("{} is expected, written like 90s, 20min or 1h30min, not \"{}\"", expected, *text));
  return least;
}

std::chrono::minutes Node::time_of_day() const {
  const auto* text = scalar("a time of day");
  if (text == nullptr) return std::chrono::minutes(0);
  const auto value = parse_time_of_day(*text);
  if (!value) fault(fmt::format("a time of day from 00:00 to 24:00 is expected, not \"{}\"", *text));
  return value.value_or(std::chrono::minutes(0));
}

std::optional<std::size_t> Node::choice(const std::vector<std::string>& choices) const {
  const auto* text = scalar("a word");
  if (text == nullptr) return std::nullopt;
  const auto found = std::find(choices.begin(), choices.end(), *text);
  if (found != choices.end()) return static_cast<std::size_t>(found - choices.begin());
  fault(fmt::format("\"{}\" is none of the words for this{}", *text, suggest(*text, choices)));
  return std::nullopt;
}

}  // namespace panggil::settings
