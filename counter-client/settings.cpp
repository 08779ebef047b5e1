#include "counter-client/settings.hpp"

#include <stdexcept>

#include "common/texts/catalogue.hpp"
#include "common/texts/spoken.hpp"
#include "counter-client/pad_settings.hpp"
#include "counter-client/view/layout.hpp"

namespace panggil::counter {
namespace {

constexpr screen::Least kLeastSize{static_cast<unsigned>(kLeast.width), static_cast<unsigned>(kLeast.height)};

std::optional<CounterId> read_counter(const settings::Node& root) {
  const auto node = root.optional("counter");
  return node.present() ? node.id<CounterId>() : std::nullopt;
}

CounterId choose_counter(const std::optional<CounterId>& in_file, const std::optional<std::string>& flag,
                         const Catalogue& words) {
  if (flag) {
    if (const auto counter = CounterId::parse(*flag)) return *counter;
    throw std::invalid_argument(words.text("counter.no_id", {{"counter", *flag}}));
  }
  if (in_file) return *in_file;
  throw std::invalid_argument(words.text("counter.which_counter"));
}

ClientId default_name(const CounterId& counter) {
  if (const auto name = ClientId::parse("counter-" + counter.text())) return *name;
  throw std::invalid_argument(spoken_text("usage.client_too_long", {{"name", "counter-" + counter.text()}}));
}

const std::vector<std::string> kLanguages = {"id", "en"};

/// As the dispatcher takes them: for the record, and for the counter's clients.
std::vector<std::string> read_texts(const settings::Node& node) {
  constexpr std::size_t kLongest = 64;
  std::vector<std::string> texts;
  if (!node.present()) return texts;
  for (const auto& item : node.items()) {
    texts.push_back(item.text());
    if (texts.back().size() > kLongest) item.fault("fault.counter.too_long");
  }
  return texts;
}

drawing::WindowSettings read_window(const settings::Node& root) {
  drawing::WindowSettings window;
  window.width = static_cast<unsigned>(kDesigned.width);
  window.height = static_cast<unsigned>(kDesigned.height);
  window.least = kLeast;
  screen::read_size(root, kLeastSize, window);
  screen::read_fonts(root, window.fonts);
  return window;
}

/// What only one of the ways of use knows.
void require_sense(const CommandLine& line, const Settings& settings) {
  if (line.keypad && !line.action.empty())
    throw std::invalid_argument(spoken_text("usage.keypad_and_action", {{"action", line.action}}));
  if (line.keypad && line.window.screenshot) throw std::invalid_argument(spoken_text("usage.keypad_picture"));
  if (line.keypad && !settings.pad)
    throw std::invalid_argument(Catalogue::of(settings.machine.language).text("counter.which_pad"));
}

}  // namespace

Settings read_settings(const CommandLine& line) {
  const auto document = settings::load_machine_document("counter", line.common);
  const auto root = document.root();
  auto machine = settings::read_machine(root);
  settings::check_files(root, machine);
  const auto in_file = read_counter(root);
  std::string language;
  if (const auto node = root.optional("screen_language"); node.present())
    language = kLanguages[node.choice(kLanguages).value_or(0)];
  const auto who = root.optional("officers");
  if (who.is_scalar() && who.text() != "ask") who.fault("fault.counter.officers");
  const bool ask_officer = who.is_scalar();
  auto officers = who.is_scalar() ? std::vector<std::string>{} : read_texts(who);
  auto reasons = read_texts(root.optional("pause_reasons"));
  auto pad = read_pad(root.optional("keypad"));
  auto window = read_window(root);
  root.no_other_keys();
  document.require_clean();
  settings::apply_flags(machine, line.common);
  screen::apply_flags(line.window, kLeastSize, window);
  const auto counter = choose_counter(in_file, line.counter, Catalogue::of(machine.language));
  window.title = "Panggil " + counter.text();
  const auto name = machine.name ? *machine.name : default_name(counter);
  Settings settings{std::move(machine),
                    counter,
                    name,
                    language,
                    std::move(officers),
                    ask_officer,
                    std::move(reasons),
                    std::move(pad),
                    std::move(window),
                    screen::picture(line.window)};
  require_sense(line, settings);
  return settings;
}

}  // namespace panggil::counter
