#include "kiosk/printing/escpos_port.hpp"

#include <algorithm>

#include "common/base/log.hpp"

namespace panggil::kiosk {
namespace {

using Clock = std::chrono::steady_clock;

/// A printer answers within some milliseconds or not at all.
constexpr Millis kAnswerTakes{700};

std::optional<std::uint8_t> reply(Stream& stream, SteadyTime until) {
  while (const auto byte = stream.read(until))
    if (escpos::is_reply(*byte)) return byte;
  return std::nullopt;
}

/// What a printer says when it has come to the end of a ticket.
bool is_report(std::uint8_t byte) {
  return (byte & 0x90U) == 0;
}

}  // namespace

std::optional<Stream> EscposPort::open(SteadyTime until) {
  std::string trouble;
  const auto* tcp = std::get_if<TcpWay>(&way_);
  auto stream = tcp != nullptr ? Stream::connect(tcp->host, tcp->port, until, trouble)
                               : Stream::open_device(std::get<DeviceWay>(way_).device, trouble);
  if (trouble != told_trouble_ && !stream) log::warn("printer {}: {}", to_text(way_), trouble);
  if (stream && !told_trouble_.empty()) log::info("printer {}: is there again", to_text(way_));
  told_trouble_ = stream ? "" : trouble;
  return stream;
}

escpos::Replies EscposPort::ask(Stream& stream, SteadyTime until) {
  using escpos::Question;
  const auto one = [&](Question question) -> std::optional<std::uint8_t> {
    const auto end = std::min(until, Clock::now() + kAnswerTakes);
    if (!stream.write(escpos::ask(question), end)) return std::nullopt;
    return reply(stream, end);
  };
  escpos::Replies replies;
  replies.itself = one(Question::kItself);
  if (!replies.itself) return replies;
  answers_ = true;
  replies.why_stopped = one(Question::kWhyStopped);
  replies.paper = one(Question::kPaper);
  return replies;
}

PrinterState EscposPort::look() {
  const auto until = Clock::now() + kLookTakes;
  auto stream = open(until);
  if (!stream) return PrinterState::kGone;
  return escpos::state_of(ask(*stream, until));
}

bool EscposPort::print(std::string_view data) {
  const auto until = Clock::now() + kPrintTakes;
  auto stream = open(until);
  if (!stream) return false;
  if (!prints(escpos::state_of(ask(*stream, until)))) return false;
  std::string all(data);
  if (answers_) all += escpos::report_when_done();
  if (!stream->write(all, until)) return false;
  if (!answers_) return true;
  while (const auto byte = stream->read(until))
    if (is_report(*byte)) return true;
  return false;
}

}  // namespace panggil::kiosk
