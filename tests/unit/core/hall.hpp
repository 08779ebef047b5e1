/// \file
/// A small office and the queue in it, to be played with: people do things, and what came of it is told in
/// words.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>

#include "dispatcher/core/decide.hpp"
#include "tests/unit/core/narrate.hpp"

namespace panggil::core {

using namespace std::chrono_literals;

/// Services cs (A), interview (B) and pickup (C); counter 1 takes cs, 2 takes cs and interview, 3 takes
/// interview; classes regular and priority; always open, in Jakarta; the default rules.
Office small_office();

/// Monday 23 November 2026 in Jakarta, this long after midnight.
WallTime monday(Millis after_midnight);

Actor counter_client(std::string_view counter);
Actor kiosk();
Actor desk();
Actor supervisor();

CallTicket call(std::string_view ticket);
Reinstate reinstate(std::string_view ticket, Position position = Position::kLast);
Cancel cancel(std::string_view ticket);
Issue issue(std::string_view service, std::string_view ticket_class = "regular");

class Hall : public testing::Test {
 protected:
  Office office = small_office();
  State state;
  WallTime now = monday(8h);

  /// What the counter's own device gets done there.
  std::string at(std::string_view counter, Action action, std::optional<Expect> expect = std::nullopt);
  /// What somebody gets done, at the counter that is named.
  std::string does(const Actor& actor, Action action, std::optional<std::string_view> counter = std::nullopt);
  std::string does(const Command& command);

  /// The answer alone; nothing is done.
  Result<std::vector<EventBody>, Rejection> ask(const Command& command);

  /// A ticket from the kiosk: its number.
  std::string issued(std::string_view service, std::string_view ticket_class = "regular");
  void later(Millis passed) { now += passed; }

  const Ticket& ticket(std::string_view number) const;
  std::string state_of(std::string_view number) const { return narrate(ticket(number).state); }
  /// The number, or `none`.
  std::string current(std::string_view counter) const;
  std::size_t waiting(std::string_view service) const { return state.queue(ServiceId(service)).waiting(); }

 private:
  void happen(const std::vector<EventBody>& bodies, const std::string& by);
};

}  // namespace panggil::core
