/// \file
/// The least that a durable answer over the broker can cost: takes every command, commits one row, answers.
/// Transport, mailbox, loop and the database's settings are the dispatcher's own; it decides nothing and
/// tells nobody else.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <deque>
#include <filesystem>

#include "common/base/clock.hpp"
#include "common/mqtt/paho_transport.hpp"
#include "common/protocol/codec.hpp"
#include "common/protocol/topics.hpp"
#include "common/runtime/event_loop.hpp"
#include "dispatcher/journal/database.hpp"

namespace {

using namespace panggil;

constexpr std::size_t kTurnMessages = 64;
constexpr Millis kBeatPeriod{500};
constexpr Seconds kReplyExpiry{30};

struct Options {
  std::string broker = "tcp://127.0.0.1:1883";
  std::string site = "echo";
  std::filesystem::path state;
  int counters = 50;
};

/// Enough of an office for panggil-simulate --load.
protocol::Office office(const Options& options) {
  protocol::Office made{.site = options.site, .timezone = "Etc/UTC", .clock = "real", .classes = {"regular"}};
  made.services.push_back({.service = "echo", .prefix = "A", .state = "open"});
  for (int i = 1; i <= options.counters; ++i)
    made.counters.push_back({.counter = std::to_string(i), .services = {"echo"}});
  return made;
}

/// What stands between `{"id":"` and the next quote, as our own clients write it: no JSON is read here.
std::string_view id_of(std::string_view payload) {
  constexpr std::string_view kBefore = R"({"id":")";
  if (!payload.starts_with(kBefore)) return {};
  payload.remove_prefix(kBefore.size());
  return payload.substr(0, payload.find('"'));
}

/// Answers as long as the dispatcher's. Numbers are given out and called, or the load would not know what to
/// press.
class Results {
 public:
  std::string operator()(std::string_view action) {
    if (action == "issue") {
      waiting_.push_back(++last_);
      return fmt::format(R"({{"ticket":"A{:06}","service":"echo","position":1,"ahead":0,"estimate":null,)"
                         R"("issued_at":"2026-01-01T00:00:00.000Z"}})",
                         last_);
    }
    if (action == "open") return R"({"counter":"1","state":"open","officer":null,"reason":null,"waiting":0})";
    if (waiting_.empty()) return R"({"counter":"1","completed":null,"called":null,"why":null,"waiting":0})";
    const auto number = waiting_.front();
    waiting_.pop_front();
    return fmt::format(
        R"({{"counter":"1","completed":null,"called":{{"ticket":"A{:06}","service":"echo","class":"regular",)"
        R"("channel":"kiosk","call":{},"waited_s":0}},"why":{{"rule":"earliest","detail":"came first"}},"waiting":11}})",
        number, number);
  }

 private:
  std::uint64_t last_ = 0;
  std::deque<std::uint64_t> waiting_;
};

class Echo {
 public:
  explicit Echo(const Options& options)
      : topics_(SiteId(options.site)),
        office_(protocol::encode(office(options))),
        database_(journal::open_database((options.state / "echo.db").string())),
        transport_(mqtt::make_paho_transport(
            {.broker = options.broker, .client = ClientId("echo-" + options.site)}, inbox_)) {
    database_.exec(
        "CREATE TABLE IF NOT EXISTS command(seq INTEGER PRIMARY KEY, client TEXT, action TEXT, payload TEXT) "
        "STRICT");
    begin_.emplace(database_, "BEGIN IMMEDIATE");
    commit_.emplace(database_, "COMMIT");
    insert_.emplace(database_, "INSERT INTO command(client, action, payload) VALUES(?, ?, ?)");
  }

  void run() {
    loop_.watch(inbox_.fd(), [] {});
    loop_.on_turn([this] { return turn(); });
    transport_->subscribe({topics_.beat(), 0, false, 2});
    transport_->subscribe({topics_.every_command(), 1, true, 2});
    transport_->start();
    loop_.run();
    transport_->close(Millis(500));
  }

 private:
  struct Answer {
    ClientId client;
    std::string payload;
  };

  std::optional<Deadline> turn() {
    for (const auto& one : inbox_.take(kTurnMessages)) {
      if (std::holds_alternative<mqtt::Connected>(one))
        transport_->publish({.topic = topics_.office(), .payload = office_, .qos = 1, .retain = true});
      if (const auto* received = std::get_if<mqtt::Received>(&one)) take(*received);
    }
    if (!answers_.empty()) journal::Use(*commit_)->exec();
    for (auto& answer : std::exchange(answers_, {}))
      transport_->publish({.topic = topics_.reply(answer.client),
                           .payload = std::move(answer.payload),
                           .expiry = kReplyExpiry});
    beat();
    transport_->pump();
    const auto pump = transport_->next_pump();
    return pump ? std::min<Deadline>(*pump, next_beat_) : Deadline(next_beat_);
  }

  void take(const mqtt::Received& received) {
    const auto topic = protocol::parse_topic(topics_, received.topic);
    const auto* command = topic ? std::get_if<protocol::CommandTopic>(&*topic) : nullptr;
    if (command == nullptr) return;
    if (answers_.empty()) journal::Use(*begin_)->exec();
    journal::Use insert(*insert_);
    insert->bind(1, command->client.text());
    insert->bind(2, command->action);
    insert->bind(3, received.payload);
    insert->exec();
    answers_.push_back(
        {command->client,
         fmt::format(R"({{"id":"{}","action":"{}","ok":true,"seq":{},"result":{}}})", id_of(received.payload),
                     command->action, ++seq_, results_(command->action))});
  }

  void beat() {
    if (clock_.mono() < next_beat_) return;
    next_beat_ = clock_.mono() + kBeatPeriod;
    const protocol::Beat beat{"echo", seq_, clock_.mono().time_since_epoch().count(), {clock_.wall(), {}}};
    transport_->publish(
        {.topic = topics_.beat(), .payload = protocol::encode(beat), .qos = 0, .expiry = Seconds(2)});
  }

  EventLoop loop_;
  RealClock clock_;
  protocol::Topics topics_;
  std::string office_;
  mqtt::Inbox inbox_{4096};
  SQLite::Database database_;
  std::optional<SQLite::Statement> begin_, commit_, insert_;
  std::unique_ptr<mqtt::Transport> transport_;
  std::vector<Answer> answers_;  ///< of this turn; while there are any, a transaction is open
  Results results_;
  std::uint64_t seq_ = 0;
  MonoTime next_beat_{};
};

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Takes every command of a site, commits one row, and answers.", "echo_server");
  Options options;
  app.add_option("--broker", options.broker)->required();
  app.add_option("--site", options.site);
  app.add_option("--state", options.state)->required();
  app.add_option("--counters", options.counters);
  CLI11_PARSE(app, argc, argv);
  Echo(options).run();
}
