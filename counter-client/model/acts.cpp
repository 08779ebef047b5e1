#include "counter-client/model/acts.hpp"

#include <algorithm>

namespace panggil::counter {
namespace {

const Binding& binding_of(Act act) {
  return *std::ranges::find(kBindings, act, &Binding::act);
}

}  // namespace

std::optional<Act> act_of(Key key) {
  if (key == kBackspaceKey) return Act::kUndo;
  const auto* found = std::ranges::find(kBindings, key, &Binding::key);
  return found == kBindings.end() ? std::nullopt : std::optional(found->act);
}

Key key_of(Act act) {
  return binding_of(act).key;
}

std::string_view name_of(Act act) {
  return binding_of(act).name;
}

std::string cap_of(Key key) {
  if (key == kEnterKey) return "Enter";
  if (key == kEscapeKey) return "Esc";
  if (key == '-') return "−";
  return {key};
}

}  // namespace panggil::counter
