#include "simulate/model/tally.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace panggil::simulate {
namespace {

template <std::size_t N>
bool among(const std::array<std::string_view, N>& codes, const std::string& code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

}  // namespace

bool turns_away(const std::string& code) {
  static constexpr std::array<std::string_view, 4> kCodes{"service_closed", "service_suspended", "quota_full",
                                                          "series_exhausted"};
  return among(kCodes, code);
}

bool may_be_repeated(const std::string& code) {
  static constexpr std::array<std::string_view, 2> kCodes{"stale", "busy"};
  return among(kCodes, code);
}

void Tally::count(const session::Outcome& outcome) {
  if (const auto* done = std::get_if<session::Done>(&outcome)) {
    ++actions;
    count_done(done->answer);
  } else if (const auto* refusal = std::get_if<session::Refused>(&outcome)) {
    ++actions;
    count_refused(*refusal->answer.error);
  } else {
    ++unknown;
  }
}

void Tally::count_again() {
  ++actions;
  ++again;
}

void Tally::count_late(const session::Outcome& outcome) {
  --unknown;
  count(outcome);
}

void Tally::count_done(const protocol::Answer& answer) {
  if (std::holds_alternative<protocol::IssueResult>(*answer.result)) ++issued;
  if (std::holds_alternative<protocol::RecallResult>(*answer.result)) ++recalled;
  if (const auto* ticket = std::get_if<protocol::TicketResult>(&*answer.result);
      ticket && ticket->state == "completed")
    ++served;
  if (const auto* call = std::get_if<protocol::CallResult>(&*answer.result)) {
    if (call->completed && !call->completed->then) ++served;
    if (call->skipped) ++no_show;
    if (!call->called) return;
    ++called;
    waits.emplace_back(call->called->waited_s);
  }
}

void Tally::count_refused(const protocol::Error& error) {
  if (turns_away(error.code)) {
    ++turned_away;
  } else if (may_be_repeated(error.code)) {
    ++again;
  } else {
    ++refused[error.code];
  }
}

std::uint64_t Tally::all_refused() const {
  return std::accumulate(refused.begin(), refused.end(), std::uint64_t{0},
                         [](std::uint64_t sum, const auto& each) { return sum + each.second; });
}

Seconds Tally::mean_wait() const {
  if (waits.empty()) return Seconds(0);
  const auto sum = std::accumulate(waits.begin(), waits.end(), Seconds(0));
  return sum / static_cast<Seconds::rep>(waits.size());
}

}  // namespace panggil::simulate
