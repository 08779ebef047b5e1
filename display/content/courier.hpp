/// \file
/// Brings pictures and videos that were announced, on a thread of its own: what is on the screen goes on
/// until all of the new ones are there. What fails is tried again, more and more seldom.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <thread>

#include "common/protocol/message/content.hpp"
#include "common/protocol/message/device.hpp"
#include "common/runtime/mailbox.hpp"
#include "display/content/fetch.hpp"

namespace panggil::display {

struct ContentSettings {
  std::filesystem::path folder;  ///< empty: nothing is fetched
  std::uint64_t most_bytes = std::uint64_t{2} << 30U;
  std::chrono::milliseconds first_retry{2000};  ///< then twice as long each time
  std::chrono::milliseconds last_retry{std::chrono::minutes(5)};
};

class Courier {
 public:
  /// Starts its thread, which ends with it, in the middle of a transfer if need be.
  explicit Courier(ContentSettings settings);
  ~Courier();
  Courier(const Courier&) = delete;
  Courier& operator=(const Courier&) = delete;

  /// The display's thread, as all that follows. What came before is given up. The same again makes it try
  /// again, unless it was `retained` and has been refused.
  void want(const protocol::ContentAnnouncement& announcement, bool retained);
  /// Takes what the thread has to say. True: folder() is another one.
  bool turn();
  /// The set that is played; empty: none was ever whole, or none is wanted.
  const std::filesystem::path& folder() const { return folder_; }
  /// For health; nothing: nothing was announced.
  const std::optional<protocol::ContentHealth>& health() const { return health_; }
  /// Readable when turn() has something to take.
  int fd() const { return news_.fd(); }

 private:
  struct Wish {
    std::string url;
    std::string sha256;  ///< empty: none is to be played
  };
  struct News {
    std::optional<protocol::ContentHealth> health;
    std::optional<std::filesystem::path> folder;  ///< another one
  };

  void work(const std::stop_token& stop);
  std::optional<Wish> newest();
  /// True when there is nothing left to do.
  bool carry_out(const Wish& wish, Sets& sets, Http& http);
  void tell(const std::string& sha256, std::string state, std::string detail);

  ContentSettings settings_;
  std::optional<protocol::ContentAnnouncement> wanted_;
  std::optional<protocol::ContentHealth> health_;
  std::filesystem::path folder_;

  std::atomic<unsigned> unread_{0};  ///< wishes
  Mailbox<Wish> wishes_{16};
  Mailbox<News> news_{256};
  std::jthread thread_;
};

}  // namespace panggil::display
