#include "kiosk/printing/escpos.hpp"

#include <algorithm>

namespace panggil::kiosk::escpos {
namespace {

constexpr char kEsc = '\x1b';
constexpr char kGs = '\x1d';
constexpr char kDle = '\x10';
constexpr char kEot = '\x04';

char byte(unsigned value) {
  return static_cast<char>(static_cast<unsigned char>(value));
}

std::string two_bytes(unsigned value) {
  return {byte(value & 0xFFU), byte(value >> 8U)};
}

char eight_dots(const Bitmap& bitmap, unsigned left, unsigned row) {
  unsigned bits = 0;
  for (unsigned dot = 0; dot < 8; ++dot) {
    const bool black = left + dot < bitmap.width() && bitmap.black(left + dot, row);
    bits = bits << 1U | (black ? 1U : 0U);
  }
  return byte(bits);
}

/// The parts of the QR command: `what` of its function group 49.
std::string qr_part(char what, const std::string& parameters) {
  return std::string{kGs, '(', 'k'} + two_bytes(static_cast<unsigned>(parameters.size() + 2)) + '1' + what +
         parameters;
}

bool has(const std::optional<std::uint8_t>& reply, unsigned bits) {
  return reply && (*reply & bits) != 0;
}

}  // namespace

std::string reset() {
  return {kEsc, '@'};
}

std::string picture(const Bitmap& bitmap) {
  constexpr unsigned kRows = 128;
  const unsigned bytes = (bitmap.width() + 7) / 8;
  std::string data;
  for (unsigned top = 0; top < bitmap.height(); top += kRows) {
    const unsigned rows = std::min(kRows, bitmap.height() - top);
    data += std::string{kGs, 'v', '0', '\0'} + two_bytes(bytes) + two_bytes(rows);
    for (unsigned row = top; row < top + rows; ++row)
      for (unsigned left = 0; left < bytes * 8; left += 8) data += eight_dots(bitmap, left, row);
  }
  return data;
}

std::string qr(const std::string& text) {
  const std::string middle{kEsc, 'a', '\x01'};
  const std::string left{kEsc, 'a', '\0'};
  return middle + qr_part('A', {'2', '\0'}) + qr_part('C', "\x06") + qr_part('E', "1") +
         qr_part('P', "0" + text) + qr_part('Q', "0") + left;
}

std::string cut() {
  return {kGs, 'V', 'B', '\0'};
}

std::string report_when_done() {
  return {kGs, 'r', '\x01'};
}

std::string ask(Question question) {
  return {kDle, kEot, static_cast<char>(question)};
}

bool is_reply(std::uint8_t byte) {
  constexpr unsigned kFixed = 0x93;
  constexpr unsigned kOfReplies = 0x12;
  return (byte & kFixed) == kOfReplies;
}

PrinterState state_of(const Replies& replies) {
  constexpr unsigned kPaperEnd = 0x60, kNearEnd = 0x0C, kCover = 0x04, kStoppedForPaper = 0x20, kError = 0x40,
                     kOffline = 0x08;
  if (has(replies.paper, kPaperEnd) || has(replies.why_stopped, kStoppedForPaper))
    return PrinterState::kPaperOut;
  if (has(replies.why_stopped, kCover)) return PrinterState::kCoverOpen;
  if (has(replies.why_stopped, kError) || has(replies.itself, kOffline)) return PrinterState::kFailed;
  return has(replies.paper, kNearEnd) ? PrinterState::kPaperLow : PrinterState::kReady;
}

}  // namespace panggil::kiosk::escpos
