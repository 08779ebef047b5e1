/// \file
/// A printer with a thread of its own, so that nothing of paper and cables ever holds up the screen.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "common/runtime/mailbox.hpp"
#include "kiosk/printing/port.hpp"

namespace panggil::kiosk {

/// What has become known of it: how it is, or what became of a ticket.
struct PrinterNews {
  std::optional<PrinterState> state;
  std::optional<bool> printed;
};

class Printer {
 public:
  /// Between two looks while nothing is to be printed.
  static constexpr Millis kLookEvery{4000};

  /// Looks at once.
  explicit Printer(std::unique_ptr<Port> port);
  /// Waits for what is being printed.
  ~Printer();
  Printer(const Printer&) = delete;
  Printer& operator=(const Printer&) = delete;

  void print(std::string data);
  /// Readable while there is news.
  int fd() const { return news_.fd(); }
  std::vector<PrinterNews> take_news() { return news_.take(16); }

 private:
  void work();
  std::optional<std::string> wait_for_ticket();
  void look();

  std::unique_ptr<Port> port_;
  Mailbox<PrinterNews> news_{64};
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::string> tickets_;  ///< behind the mutex, as is stopping_
  bool stopping_ = false;
  std::optional<PrinterState> known_;  ///< the thread's own
  std::thread thread_;                 // last: it uses all the others
};

}  // namespace panggil::kiosk
