#include "simulate/model/any_action.hpp"

#include <initializer_list>
#include <iterator>

namespace panggil::simulate {
namespace {

struct Choice {
  const char* action;
  double weight;
};

std::string draw_one(std::initializer_list<Choice> choices, Draw& draw) {
  double sum = 0;
  for (const Choice& choice : choices) sum += choice.weight;
  double left = draw.unit() * sum;
  for (const Choice& choice : choices)
    if ((left -= choice.weight) < 0) return choice.action;
  return choices.begin()->action;
}

std::string draw_action(const protocol::Counter& counter, Draw& draw) {
  if (counter.state == "closed") return draw_one({{"open", 9}, {"next", 1}}, draw);
  if (counter.state == "paused") return draw_one({{"open", 8}, {"close", 1}, {"recall", 1}}, draw);
  if (!counter.ticket)
    return draw_one({{"next", 70},
                     {"call", 10},
                     {"cancel", 5},
                     {"reinstate", 6},
                     {"pause", 4},
                     {"close", 3},
                     {"start", 2}},
                    draw);
  if (counter.ticket->state == "called")
    return draw_one(
        {{"start", 30}, {"next", 30}, {"skip", 15}, {"recall", 12}, {"complete", 10}, {"pause", 3}}, draw);
  return draw_one({{"next", 60}, {"complete", 32}, {"skip", 4}, {"close", 4}}, draw);
}

std::string draw_ticket(const std::set<std::string>& waiting, Draw& draw) {
  if (waiting.empty() || draw.chance(0.05)) return "Z999";
  return *std::next(waiting.begin(), static_cast<std::ptrdiff_t>(draw.below(waiting.size())));
}

std::string draw_no_show(const protocol::Counter& counter, Draw& draw) {
  return counter.no_show.empty() ? "Z999" : counter.no_show[draw.below(counter.no_show.size())];
}

}  // namespace

Press any_action(const ClientId& client, const CounterView& counter, const std::set<std::string>& waiting,
                 Draw& draw) {
  Press press{client, draw_action(counter.now(), draw), {}};
  press.command.expect = counter.expect();
  if (draw.chance(0.03)) press.command.expect = protocol::Expect{"Z998"};  // a press on an old picture
  if (press.action == "call" || press.action == "cancel") press.command.ticket = draw_ticket(waiting, draw);
  if (press.action == "reinstate") {
    press.command.ticket = draw_no_show(counter.now(), draw);
    press.command.position = draw_one({{"last", 1}, {"sorted", 1}, {"first", 1}}, draw);
  }
  if (press.action == "skip") press.command.call_next = draw.chance(0.5);
  if (press.action == "open") press.command.officer = "o-" + std::to_string(draw.below(5));
  if (press.action == "pause") press.command.reason = "break";
  return press;
}

}  // namespace panggil::simulate
