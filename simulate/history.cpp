#include "simulate/history.hpp"

#include <fmt/format.h>

#include <chrono>
#include <stdexcept>

#include "common/texts/spoken.hpp"

namespace panggil::simulate {
namespace {

/// Comparable between the processes of one machine.
std::int64_t monotonic_us() {
  return std::chrono::duration_cast<std::chrono::microseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

}  // namespace

History::History(const std::filesystem::path& file, const protocol::Topics& topics) : topics_(topics) {
  if (file.empty()) return;
  file_.open(file, std::ios::app);
  if (!file_) throw std::runtime_error(spoken_text("simulate.not_written", {{"file", file.string()}}));
}

void History::sent(const ClientId& client, const mqtt::Message& message) {
  if (!file_.is_open()) return;
  const auto topic = protocol::parse_topic(topics_, message.topic);
  if (!topic) return;
  if (const auto* command = std::get_if<protocol::CommandTopic>(&*topic))
    write(client, "sent", command->action, message.payload);
}

void History::received(const ClientId& client, const mqtt::Received& message) {
  if (!file_.is_open()) return;
  const auto topic = protocol::parse_topic(topics_, message.topic);
  if (!topic) return;
  if (std::holds_alternative<protocol::ReplyTopic>(*topic)) write(client, "answer", "", message.payload);
  if (const auto* call = std::get_if<protocol::CallTopic>(&*topic))
    write(client, "call", call->area.text(), message.payload);
  if (const auto* event = std::get_if<protocol::EventTopic>(&*topic))
    write(client, "event", event->kind, message.payload);
}

void History::write(const ClientId& client, std::string_view kind, std::string_view name,
                    std::string_view payload) {
  // Payloads of the dispatcher and of ours are one line of JSON; a line that is none will not be read as one.
  file_ << fmt::format(R"({{"t":{},"client":"{}","what":"{}","name":"{}","payload":{}}})", monotonic_us(),
                       client.text(), kind, name, payload)
        << std::endl;
  if (!file_) throw std::runtime_error(spoken_text("simulate.history_full"));
}

}  // namespace panggil::simulate
