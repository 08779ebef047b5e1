#include "counter-client/pad_settings.hpp"

#include <algorithm>
#include <sstream>

namespace panggil::counter {
namespace {

constexpr auto kOrders =
    "next, recall, start, complete, skip, hold, held, no_shows, pause, open, undo, nothing";
constexpr auto kTransfers = R"("transfer service ID", "transfer counter ID")";
constexpr auto kKeys = R"("0" … "9", "+", "-", "*", "/", ".")";

std::optional<Key> key_named(const std::string& name) {
  if (name == "enter") return kEnterKey;
  if (name == "backspace") return kBackspaceKey;
  if (name.size() == 1 && std::string_view("0123456789+-*/.").find(name[0]) != std::string_view::npos)
    return name[0];
  return std::nullopt;
}

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

std::optional<Order> transfer(const std::vector<std::string>& words) {
  if (words.size() != 3 || !is_id(words[2])) return std::nullopt;
  if (words[1] == "service") return Order{Act::kTransfer, words[2], {}};
  if (words[1] == "counter") return Order{Act::kTransfer, {}, words[2]};
  return std::nullopt;
}

std::optional<Order> order_of(const std::string& text) {
  const auto words = words_of(text);
  if (!words.empty() && words.front() == "transfer") return transfer(words);
  const auto* binding = std::ranges::find(kBindings, text, &Binding::name);
  return binding == kBindings.end() ? std::nullopt : std::optional(Order{binding->act, {}, {}});
}

void read_key(const std::string& name, const settings::Node& node, std::map<Key, Order>& keys) {
  const auto key = key_named(name);
  if (!key) return node.key_fault("fault.counter.keys", {{"keys", kKeys}});
  const auto text = node.text();
  if (text == "nothing") {
    keys.erase(*key);
  } else if (const auto order = order_of(text)) {
    keys.insert_or_assign(*key, *order);
  } else {
    node.fault("fault.counter.orders", {{"orders", kOrders}, {"transfers", kTransfers}});
  }
}

}  // namespace

std::map<Key, Order> usual_orders() {
  std::map<Key, Order> orders;
  for (const auto& binding : kBindings)
    if (binding.act != Act::kTransfer) orders.emplace(binding.key, Order{binding.act, {}, {}});
  orders.emplace('+', Order{Act::kNext, {}, {}});
  orders.emplace(kBackspaceKey, Order{Act::kUndo, {}, {}});
  return orders;
}

std::optional<PadSettings> read_pad(const settings::Node& node) {
  if (!node.present()) return std::nullopt;
  PadSettings pad{{}, usual_orders(), {}};
  if (const auto device = node.required("device"); device.present()) pad.device = device.text();
  if (const auto keys = node.optional("keys"); keys.present())
    for (const auto& [name, what] : keys.entries()) read_key(name, what, pad.keys);
  if (const auto beeper = node.optional("beeper"); beeper.present()) pad.beeper = beeper.path();
  node.no_other_keys();
  return pad;
}

}  // namespace panggil::counter
