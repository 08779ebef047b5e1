/// \file
/// Payloads as a dispatcher sends them, for the display's tests.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/protocol/message/board.hpp"
#include "common/protocol/message/office.hpp"
#include "common/protocol/message/presence.hpp"

namespace panggil::display {

inline constexpr auto kOffset = std::chrono::hours(7);

/// `seconds` after 09:14:00 on an office's clock.
inline Stamp at(double seconds) {
  const auto start = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23) + std::chrono::hours(9 - 7) +
                     std::chrono::minutes(14);
  return {start + std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000)), kOffset};
}

inline protocol::Call call(std::uint64_t number, double seconds, std::string ticket, std::string counter) {
  protocol::Call call;
  call.epoch = "e1";
  call.seq = 100 + number;
  call.call = number;
  call.kind = "call";
  call.at = at(seconds);
  call.area = "hall";
  call.ticket = std::move(ticket);
  call.counter = counter;
  call.label = {{"id", "Loket " + counter}, {"en", "Counter " + counter}};
  call.service = "interview";
  return call;
}

inline protocol::Call call(std::uint64_t number, double seconds) {
  return call(number, seconds, "A" + std::to_string(100 + number), std::to_string(1 + number % 5));
}

/// `calls` newest first.
inline protocol::Board board(std::uint64_t seq, double seconds, std::vector<protocol::Call> calls) {
  protocol::Board board;
  board.epoch = "e1";
  board.seq = seq;
  board.at = at(seconds);
  board.area = "hall";
  board.open = true;
  board.calls = std::move(calls);
  board.services = {{"interview", {{"id", "Wawancara"}, {"en", "Interview"}}, "open", 11, {}, {}}};
  return board;
}

inline protocol::Beat beat(std::uint64_t seq, double seconds) {
  return {"e1", seq, 5'000'000, at(seconds)};
}

inline protocol::Office office(std::uint64_t seq) {
  protocol::Office office;
  office.seq = seq;
  office.site = "cirebon";
  office.name = {{"id", "Kantor Imigrasi Cirebon"}, {"en", "Cirebon Immigration Office"}};
  office.languages = {"id", "en"};
  office.areas = {{"hall", {{"id", "Ruang tunggu"}, {"en", "Hall"}}}};
  return office;
}

}  // namespace panggil::display
