#include "display/intake.hpp"

#include <variant>

#include "common/session/received.hpp"

namespace panggil::display {
namespace {
using session::decoded;

struct Intake {
  Model& model;
  const mqtt::Received& received;
  Micros now;

  Delivery delivery() const { return received.retained ? Delivery::kRetained : Delivery::kLive; }

  void operator()(const protocol::BeatTopic&) const {
    if (const auto beat = decoded<protocol::Beat>(received)) model.take(*beat, now);
  }
  void operator()(const protocol::StatusTopic&) const {
    if (received.payload.empty()) return;
    if (const auto status = decoded<protocol::Status>(received)) model.take(*status, delivery(), now);
  }
  void operator()(const protocol::OfficeTopic&) const {
    if (received.payload.empty()) return;
    if (const auto office = decoded<protocol::Office>(received)) model.take(*office);
  }
  void operator()(const protocol::BoardTopic&) const {
    if (received.payload.empty()) return model.board_gone();
    if (const auto board = decoded<protocol::Board>(received)) model.take(*board, delivery(), now);
  }
  void operator()(const protocol::CallTopic&) const {
    // A call is news or nothing: what was called before stands on the board.
    if (received.retained || received.payload.empty()) return;
    if (const auto call = decoded<protocol::Call>(received)) model.take(*call, now);
  }
  template <class Other>
  void operator()(const Other&) const {}
};
}  // namespace

void take_in(Model& model, const protocol::Topic& topic, const mqtt::Received& received, Micros now) {
  std::visit(Intake{model, received, now}, topic);
}

}  // namespace panggil::display
