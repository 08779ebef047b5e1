/// \file
/// The engine with a transport that only records, a journal that can fail and a clock in the test's hand.
#pragma once

#include <gtest/gtest.h>

#include "common/protocol/codec.hpp"
#include "common/protocol/message/answer.hpp"
#include "dispatcher/engine.hpp"
#include "dispatcher/journal/errors.hpp"
#include "dispatcher/journal/memory_journal.hpp"
#include "tests/unit/dispatcher/hand_clock.hpp"
#include "tests/unit/dispatcher/recording_transport.hpp"
#include "tests/unit/gateway/sample_hall.hpp"

namespace panggil {

/// Fails at the commit when told to, as a full or a broken disk does.
class FragileJournal : public journal::MemoryJournal {
 public:
  bool broken = false;
  bool full = false;
  int snapshots = 0;
  void commit() override {
    if (full) throw journal::NoRoom("database or disk is full");
    if (broken) throw std::runtime_error("disk I/O error");
    MemoryJournal::commit();
  }
  void save_snapshot(const core::State& state) override {
    if (full) throw journal::NoRoom("database or disk is full");
    ++snapshots;
    MemoryJournal::save_snapshot(state);
  }
};

/// An engine that is connected, at eight in the morning.
class TheEngine : public testing::Test {
 protected:
  core::Office office = gateway::sample_office();
  FragileJournal journal;
  test::RecordingTransport transport;
  HandClock clock;
  Engine engine{office,
                journal,
                transport,
                clock,
                Catalogue::of("en"),
                {{journal.epoch(), "real"}, 1, "0.1.0", stamp(office.zone, clock.wall())}};

  void SetUp() override {
    engine.start();
    engine.turn({mqtt::Connected{}});
    transport.sent.clear();
  }
  static mqtt::Incoming command(const std::string& client, const std::string& action,
                                const std::string& payload) {
    return mqtt::Received{"panggil/v1/cirebon/cmd/" + client + "/" + action, payload, 1, false};
  }
  void turn(std::vector<mqtt::Incoming> incoming) {
    transport.sent.clear();
    clock.pass(Seconds(1));
    engine.turn(incoming);
    tell_state();
  }
  /// Turns until all noted state is told.
  void tell_state() {
    while (engine.publisher().has_state_to_tell()) {
      clock.pass(kStateSpacing);
      engine.turn({});
    }
  }
  /// The only answer that a command gets.
  protocol::Answer ask(const std::string& client, const std::string& action, const std::string& payload) {
    turn({command(client, action, payload)});
    const auto replies = transport.on("reply/" + client);
    EXPECT_EQ(replies.size(), 1u);
    return protocol::decode<protocol::Answer>(replies.at(0)).value();
  }
  std::string code(const std::string& client, const std::string& action, const std::string& payload) {
    const auto answer = ask(client, action, payload);
    return answer.error ? answer.error->code : "ok";
  }
  void open_with_two_waiting() {
    ask("kiosk-1", "issue", R"({"id":"i1","service":"cs"})");
    ask("kiosk-1", "issue", R"({"id":"i2","service":"photo"})");
    ask("counter-1", "open", R"({"id":"o"})");
  }
};

}  // namespace panggil
