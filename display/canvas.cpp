#include "display/canvas.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <stdexcept>
#include <utility>

#include "common/texts/catalogue.hpp"
#include "display/model/pulse.hpp"

namespace panggil::display {
namespace {
constexpr int kTickerSteps = 60;  // a second, as most screens have
constexpr Micros kTickerStep = kSecond / kTickerSteps;
constexpr float kCharactersASecond = 5;   // 6 are read with ease
constexpr Micros kPauseAtMost = kSecond;  // a ticker that was not drawn for longer goes on where it was
constexpr Micros kSlowFrame = 25 * kMillisecond;
constexpr unsigned kLargestLogo = 1024;
constexpr const char* kBetweenTexts = "   •   ";

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const auto& text : texts) all += (all.empty() ? "" : kBetweenTexts) + text;
  return all;
}

std::size_t characters(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
  }));
}

std::shared_ptr<const drawing::Pixels> logo_of(const std::filesystem::path& file) {
  if (file.empty()) return nullptr;
  auto picture = drawing::load_picture(file, kLargestLogo, kLargestLogo);
  if (!picture) throw std::runtime_error("logo: " + picture.error());
  return std::make_shared<const drawing::Pixels>(std::move(*picture));
}
}  // namespace

Canvas::Canvas(drawing::Window& window, const ScreenSettings& screen) : window_(window), screen_(screen) {
  extras_.logo = logo_of(screen.logo);
  extras_.ticker = joined(screen.ticker);
}

bool Canvas::show(const Scene& scene, const Moment& moment) {
  const bool laid_out = lay_out(scene, moment);
  const bool moved = move(scene, moment);
  if (!laid_out && !moved && !moment.exposed && !moment.picture) return false;
  const auto start = std::chrono::steady_clock::now();
  window_.show(layout_, moment.picture);
  const Micros took =
      std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start).count();
  // A machine that is too slow for its running text has half of its time for everything else.
  rested_at_ = took > kSlowFrame ? moment.now + 2 * took : 0;
  return true;
}

/// Only where something has changed: it measures every text.
bool Canvas::lay_out(const Scene& scene, const Moment& moment) {
  const auto turn = turns_.at(scene, moment.now);
  const bool turned = layout_.takes_turns && turn != extras_.turn;
  const auto version = moment.media ? moment.media->version : 0;
  const bool other_media = moment.media != extras_.media || (moment.media && version != media_version_);
  const auto size = window_.size();
  if (scene_ == scene && size_ == size && !turned && !other_media && !moment.exposed) return false;
  extras_.turn = turn;
  extras_.media = moment.media;
  media_version_ = version;
  scene_ = scene;
  size_ = size;
  const auto& words = Catalogue::of(scene.language == "id" ? "id" : "en");
  auto made = layout(scene, size, {screen_.plan, extras_, window_.typesetter(), words});
  const bool media_is_seen = !made.pictures.empty() || !layout_.pictures.empty();
  // A frame of a video that has no place at present changes nothing.
  const bool differs =
      moment.exposed || media_is_seen || !(static_cast<const drawing::Figure&>(made) == layout_);
  layout_ = std::move(made);
  return differs;
}

bool Canvas::move(const Scene& scene, const Moment& moment) {
  bool moved = false;
  pulse_from_ = moment.live_since;
  if (layout_.pulsing) {
    auto& pulse = layout_.panels[*layout_.pulsing].pulse;
    const float wanted = moment.live_since ? pulse_at(moment.now - *moment.live_since) : 0;
    moved = wanted != pulse;
    pulse = wanted;
  }
  if (!layout_.ribbon) return moved;
  const float before = layout_.ribbon->run;
  run_ticker(scene, moment.now);
  return moved || layout_.ribbon->run != before;
}

/// Every step is as long as the others, in whole pixels: only that looks smooth. It stands still while
/// somebody is being called, as nobody can read two things.
void Canvas::run_ticker(const Scene& scene, Micros now) {
  auto& ribbon = *layout_.ribbon;
  ticker_runs_ = !scene.calling;
  if (!ticker_runs_ || now - ticker_at_ > kPauseAtMost) ticker_at_ = now;
  const auto steps = (now - ticker_at_) / kTickerStep;
  ticker_at_ += steps * kTickerStep;
  ticker_run_ = std::fmod(ticker_run_ + static_cast<float>(steps) * ticker_step(), ribbon.length);
  ribbon.run = ticker_run_;
}

float Canvas::ticker_step() const {
  const auto& ribbon = *layout_.ribbon;
  const float width = window_.typesetter().width(ribbon.text, ribbon.weight, ribbon.cap);
  const float of_character = width / static_cast<float>(characters(ribbon.text));
  return std::max(std::round(of_character * kCharactersASecond / kTickerSteps), 1.0F);
}

std::optional<Micros> Canvas::deadline(Micros now) const {
  std::optional<Micros> next;
  const auto sooner = [&](Micros at) { next = next ? std::min(*next, at) : at; };
  if (layout_.takes_turns) sooner(turns_.next(now));
  if (layout_.pulsing && pulse_from_)
    if (const auto step = next_pulse_step(now - *pulse_from_)) sooner(*pulse_from_ + *step);
  if (layout_.ribbon && ticker_runs_) sooner(std::max(ticker_at_ + kTickerStep, rested_at_));
  return next;
}

}  // namespace panggil::display
