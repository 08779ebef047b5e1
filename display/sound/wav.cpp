#include "display/sound/wav.hpp"

#include <array>
#include <bit>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <optional>
#include <stdexcept>

#include "display/sound/resample.hpp"

static_assert(std::endian::native == std::endian::little,
              "WAV files are read and written as they lie in memory");

namespace panggil::sound {
namespace {
constexpr std::size_t kMostBytes = 64U << 20U;
constexpr unsigned kMostSeconds = 600;
constexpr std::uint16_t kWhole = 1;
constexpr std::uint16_t kFloat = 3;
constexpr std::uint16_t kExtensible = 0xfffe;

template <class T>
T number_at(std::string_view bytes, std::size_t at) {
  T value{};
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

template <class T>
void put(std::string& bytes, T value) {
  std::array<char, sizeof value> raw{};
  std::memcpy(raw.data(), &value, sizeof value);
  bytes.append(raw.data(), raw.size());
}

struct Format {
  std::uint16_t kind = 0;
  std::uint16_t channels = 0;
  std::uint32_t rate = 0;
  std::uint16_t bits = 0;
};

struct Parts {
  std::optional<Format> format;
  std::optional<std::string_view> data;
  std::uint64_t mark = 0;
};

Format format_of(std::string_view part) {
  Format format{number_at<std::uint16_t>(part, 0), number_at<std::uint16_t>(part, 2),
                number_at<std::uint32_t>(part, 4), number_at<std::uint16_t>(part, 14)};
  if (format.kind == kExtensible && part.size() >= 26) format.kind = number_at<std::uint16_t>(part, 24);
  return format;
}

std::optional<Parts> parts_of(std::string_view bytes) {
  if (bytes.size() < 12 || bytes.substr(0, 4) != "RIFF" || bytes.substr(8, 4) != "WAVE") return std::nullopt;
  Parts parts;
  for (std::size_t at = 12; at + 8 <= bytes.size();) {
    const auto name = bytes.substr(at, 4);
    const std::size_t size = number_at<std::uint32_t>(bytes, at + 4);
    const auto part = bytes.substr(at + 8, size);
    if (name == "fmt " && part.size() >= 16) parts.format = format_of(part);
    if (name == "pgsm" && part.size() == 8) parts.mark = number_at<std::uint64_t>(part, 0);
    if (name == "data") {
      parts.data = part;
      break;
    }
    at += 8 + size + size % 2;
  }
  return parts;
}

float sample_at(std::string_view data, std::size_t at, const Format& format) {
  if (format.kind == kFloat) {
    const auto value = number_at<float>(data, at);
    return value >= -1.0F && value <= 1.0F ? value : (value > 1.0F ? 1.0F : (value < -1.0F ? -1.0F : 0.0F));
  }
  if (format.bits == 8) return (static_cast<float>(number_at<std::uint8_t>(data, at)) - 128.0F) / 128.0F;
  // Little-endian, the sign in the highest bit: moved to the top of 32 bits, whatever the width.
  std::uint32_t value = 0;
  std::memcpy(&value, data.data() + at, format.bits / 8U);
  value <<= 32U - format.bits;
  return static_cast<float>(static_cast<std::int32_t>(value)) / 2147483648.0F;
}

std::string fault_of(const Format& format) {
  const bool whole = format.kind == kWhole &&
                     (format.bits == 8 || format.bits == 16 || format.bits == 24 || format.bits == 32);
  const bool real = format.kind == kFloat && format.bits == 32;
  if (!whole && !real) return "it is packed in a way that is not read here";
  if (format.channels < 1 || format.channels > 2) return "it has neither one channel nor two";
  if (format.rate < 8000 || format.rate > 96000) return "its rate is not between 8000 and 96000 Hz";
  return {};
}
}  // namespace

Result<Samples, std::string> read_wav(std::string_view bytes) {
  static const std::string kRight =
      "; a WAV file of 16 bits is expected, such as `sox IN -b 16 OUT.wav` makes";
  const auto parts = parts_of(bytes);
  if (!parts || !parts->format || !parts->data)
    return fail("this is no WAV file, or only the start of one" + kRight);
  const auto& format = *parts->format;
  if (const auto fault = fault_of(format); !fault.empty()) return fail(fault + kRight);
  const std::size_t width = format.bits / 8U;
  const std::size_t frames = parts->data->size() / (width * format.channels);
  if (frames > std::size_t{format.rate} * kMostSeconds) return fail("it is longer than ten minutes" + kRight);
  Samples samples(frames);
  for (std::size_t frame = 0; frame < frames; ++frame) {
    float sum = 0;
    for (std::size_t channel = 0; channel < format.channels; ++channel)
      sum += sample_at(*parts->data, (frame * format.channels + channel) * width, format);
    samples[frame] = sum / static_cast<float>(format.channels);
  }
  return resampled(samples, format.rate);
}

Result<Samples, std::string> read_wav_file(const std::filesystem::path& file) {
  try {
    return read_wav(read_bytes(file));
  } catch (const std::runtime_error& error) {
    return fail(std::string(error.what()));
  }
}

std::string to_wav(const Samples& samples, std::uint64_t mark) {
  std::string bytes = "RIFF....WAVEfmt ";
  put<std::uint32_t>(bytes, 16);
  put<std::uint16_t>(bytes, kWhole);
  put<std::uint16_t>(bytes, 1);
  put<std::uint32_t>(bytes, kRate);
  put<std::uint32_t>(bytes, kRate * 2);
  put<std::uint16_t>(bytes, 2);
  put<std::uint16_t>(bytes, 16);
  if (mark != 0) {
    bytes += "pgsm";
    put<std::uint32_t>(bytes, 8);
    put(bytes, mark);
  }
  bytes += "data";
  put(bytes, static_cast<std::uint32_t>(samples.size() * 2));
  for (const float sample : samples)
    put(bytes, static_cast<std::int16_t>(std::lround(std::clamp(sample, -1.0F, 1.0F) * 32767.0F)));
  const auto size = static_cast<std::uint32_t>(bytes.size() - 8);
  std::memcpy(bytes.data() + 4, &size, sizeof size);
  return bytes;
}

std::uint64_t mark_of(std::string_view wav) {
  const auto parts = parts_of(wav);
  return parts ? parts->mark : 0;
}

std::string read_bytes(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw std::runtime_error(file.string() + " cannot be read: " + std::strerror(errno));
  std::string bytes;
  std::array<char, 65536> room{};
  while (stream.read(room.data(), room.size()) || stream.gcount() > 0) {
    bytes.append(room.data(), static_cast<std::size_t>(stream.gcount()));
    if (bytes.size() > kMostBytes) throw std::runtime_error(file.string() + " is larger than 64 MiB");
  }
  return bytes;
}

}  // namespace panggil::sound
