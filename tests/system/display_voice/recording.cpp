#include "tests/system/display_voice/recording.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "display/model/label.hpp"
#include "display/sound/wav.hpp"
#include "display/sound/workshop.hpp"

namespace panggil::sound {
namespace {
constexpr float kHeard = 0.004F;

constexpr std::size_t kStep = kRate / 100;

/// Coarser, so that many places can be tried: the strength in each hundredth of a second.
Samples envelope(const Samples& samples) {
  Samples strengths;
  for (std::size_t at = 0; at + kStep <= samples.size(); at += kStep) {
    double sum = 0;
    for (std::size_t in = at; in < at + kStep; ++in)
      sum += static_cast<double>(samples[in]) * static_cast<double>(samples[in]);
    strengths.push_back(static_cast<float>(std::sqrt(sum)));
  }
  return strengths;
}

double correlation(const Samples& wanted, const Samples& heard, std::size_t from) {
  double product = 0;
  double first = 0;
  double second = 0;
  for (std::size_t at = 0; at < wanted.size(); ++at) {
    const auto one = static_cast<double>(wanted[at]);
    const auto other = from + at < heard.size() ? static_cast<double>(heard[from + at]) : 0.0;
    product += one * other;
    first += one * one;
    second += other * other;
  }
  return first > 0 && second > 0 ? product / std::sqrt(first * second) : 0;
}

Found best(const Samples& wanted, const Samples& heard, std::size_t from, std::size_t to) {
  Found best{from, -1};
  for (std::size_t at = from; at < to; ++at)
    if (const double now = correlation(wanted, heard, at); now > best.likeness) best = {at, now};
  return best;
}
}  // namespace

std::vector<Stretch> stretches(const Samples& heard, Micros rest) {
  std::vector<Stretch> found;
  const auto longest = samples_in(rest);
  for (std::size_t at = 0; at < heard.size(); ++at) {
    if (std::abs(heard[at]) < kHeard) continue;
    if (found.empty() || at - found.back().to >= longest) found.push_back({at, at});
    found.back().to = at + 1;
  }
  return found;
}

Samples part(const Samples& heard, const Stretch& stretch) {
  return {heard.begin() + static_cast<long>(stretch.from), heard.begin() + static_cast<long>(stretch.to)};
}

double seconds(std::size_t samples) {
  return static_cast<double>(samples) / kRate;
}

Found find(const Samples& wanted, const Samples& heard, std::size_t from, std::size_t within) {
  const auto coarse = best(envelope(wanted), envelope(heard), from / kStep, (from + within) / kStep);
  const auto middle = coarse.at * kStep;
  return best(wanted, heard, middle - std::min(middle, kStep), middle + 2 * kStep);
}

double likeness(const Samples& one, const Samples& other) {
  Samples heard(kRate / 10, 0.0F);
  append(heard, other);
  return find(one, heard, 0, kRate / 5).likeness;
}

Samples reading(const protocol::Call& call, voice::Form form, voice::Language language,
                const std::filesystem::path& cache) {
  const std::string voice = language == voice::Language::kIndonesian ? "id" : "en-gb";
  Workshop workshop({{language, {{.name = voice}, nullptr}}}, cache);
  Samples said;
  const Micros rest = form == voice::Form::kFull ? 250 : form == voice::Form::kShort ? 100 : 80;
  const auto label = display::in_language(call.label, std::string(code(language)));
  for (const auto& phrase : {ticket_phrase(call.ticket, form, voice::Numbers::kDigits, language),
                             counter_phrase(label, form, language)}) {
    const auto clip = workshop.make(phrase);
    if (!clip) throw std::runtime_error(clip.error());
    if (!said.empty()) append_silence(said, rest * display::kMillisecond);
    append(said, *read_wav_file(clip->file));
  }
  return trimmed(said);
}

}  // namespace panggil::sound
