#include "display/canvas.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <utility>

#include "common/texts/catalogue.hpp"
#include "display/model/pulse.hpp"

namespace panggil::display {
namespace {
constexpr Micros kTickerStep = kSecond / 30;
constexpr double kCharactersASecond = 5;  // 6 are read with ease
constexpr Micros kPauseAtMost = kSecond;  // a ticker that was not drawn for longer goes on where it was
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
  window_.show(layout_, moment.picture);
  return true;
}

/// Only where something has changed: it measures every text.
bool Canvas::lay_out(const Scene& scene, const Moment& moment) {
  const auto turn = static_cast<std::uint64_t>(moment.now / kTurn);
  // Nothing else changes while people read a call.
  const bool turned = layout_.takes_turns && turn != extras_.turn && !scene.calling;
  const auto version = moment.media ? moment.media->version : 0;
  const bool other_media = moment.media != extras_.media || (moment.media && version != media_version_);
  const auto size = window_.size();
  if (scene_ == scene && size_ == size && !turned && !other_media && !moment.exposed) return false;
  if (!scene.calling) extras_.turn = turn;
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

/// In whole pixels; it stands still while somebody is being called, as nobody can read two things.
void Canvas::run_ticker(const Scene& scene, Micros now) {
  auto& ribbon = *layout_.ribbon;
  const auto passed = std::min(now - ticker_at_, kPauseAtMost);
  ticker_at_ = now;
  ticker_runs_ = !scene.calling;
  if (ticker_runs_) {
    const double width{window_.typesetter().width(ribbon.text, ribbon.weight, ribbon.cap)};
    const double of_character = width / static_cast<double>(characters(ribbon.text));
    ticker_run_ += static_cast<double>(passed) / kSecond * kCharactersASecond * of_character;
    ticker_run_ = std::fmod(ticker_run_, static_cast<double>(ribbon.length));
  }
  ribbon.run = static_cast<float>(std::floor(ticker_run_));
}

std::optional<Micros> Canvas::deadline(Micros now) const {
  std::optional<Micros> next;
  const auto sooner = [&](Micros at) { next = next ? std::min(*next, at) : at; };
  if (layout_.takes_turns) sooner((now / kTurn + 1) * kTurn);
  if (layout_.pulsing && pulse_from_)
    if (const auto step = next_pulse_step(now - *pulse_from_)) sooner(*pulse_from_ + *step);
  if (layout_.ribbon && ticker_runs_) sooner(ticker_at_ + kTickerStep);
  return next;
}

}  // namespace panggil::display
