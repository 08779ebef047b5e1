/// \file
/// A record of all that the clients of a run sent and were told, for judging it afterwards. The format is in
/// docs/simulation.md.
#pragma once

#include <filesystem>
#include <fstream>

#include "common/base/ids.hpp"
#include "common/mqtt/transport.hpp"
#include "common/protocol/topics.hpp"

namespace panggil::simulate {

/// One line a message, written out at once: what is in it survives the end of this process, however it ends.
class History {
 public:
  /// Nothing is recorded while `file` is empty. \throws std::runtime_error when it cannot be written.
  History(const std::filesystem::path& file, const protocol::Topics& topics);

  /// A command, each time it goes out.
  void sent(const ClientId& client, const mqtt::Message& message);
  /// Answers, calls and events; other topics are passed over.
  void received(const ClientId& client, const mqtt::Received& message);

 private:
  void write(const ClientId& client, std::string_view kind, std::string_view name, std::string_view payload);

  protocol::Topics topics_;
  std::ofstream file_;
};

}  // namespace panggil::simulate
