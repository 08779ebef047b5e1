/// \file
/// Reads pictures on a thread of its own, so that the screen never waits for one.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "common/base/result.hpp"
#include "common/drawing/pixels.hpp"
#include "common/runtime/mailbox.hpp"

namespace panggil::display {

struct Decoded {
  std::uint64_t number;  ///< of the request
  Result<std::shared_ptr<const drawing::Pixels>, std::string> picture;
};

class Decoder {
 public:
  /// Starts its thread, which ends with it.
  Decoder();
  ~Decoder();
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;

  /// Reads that file, no larger than `width` by `height`. Returns the request's number, above all before it.
  std::uint64_t ask(std::filesystem::path file, unsigned width, unsigned height);
  /// What has been read, in order.
  std::vector<Decoded> take() { return done_.take(8); }
  /// Readable while there is something to take.
  int fd() const { return done_.fd(); }

 private:
  struct Request {
    std::uint64_t number;
    std::filesystem::path file;
    unsigned width;
    unsigned height;
  };
  void work(const std::stop_token& stop);

  std::uint64_t asked_ = 0;
  Mailbox<Request> requests_{8};
  Mailbox<Decoded> done_{8};
  std::jthread thread_;
};

}  // namespace panggil::display
