#include "simulate/model/draw.hpp"

#include <cassert>
#include <cmath>
#include <numbers>

namespace panggil::simulate {
namespace {

std::uint64_t hash(std::uint64_t seed, std::string_view text) {
  // FNV-1a; the engine mixes well enough from any start.
  std::uint64_t value = 0xcbf29ce484222325ULL ^ seed;
  for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return value;
}

}  // namespace

Draw::Draw(std::uint64_t seed, std::string_view stream) : engine_(hash(seed, stream)) {}

double Draw::unit() {
  return static_cast<double>(engine_() >> 11) * 0x1p-53;
}

bool Draw::chance(double probability) {
  return unit() < probability;
}

std::size_t Draw::below(std::size_t count) {
  assert(count > 0);
  return static_cast<std::size_t>(unit() * static_cast<double>(count));
}

double Draw::exponential(double mean) {
  return -mean * std::log(1 - unit());
}

double Draw::normal() {
  const double radius = std::sqrt(-2 * std::log(1 - unit()));
  return radius * std::cos(2 * std::numbers::pi * unit());
}

std::chrono::milliseconds Draw::length(const Spread& spread) {
  const double seconds = static_cast<double>(spread.median.count()) * std::exp(spread.sigma * normal());
  return std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000));
}

}  // namespace panggil::simulate
