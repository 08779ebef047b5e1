/// \file
/// Where a number pad is plugged in: opens it as soon as it is there, lets it go when it is pulled out, and
/// waits for it to come back.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "common/runtime/event_loop.hpp"
#include "counter-client/keypad/pad.hpp"

namespace panggil::counter {

/// Everything happens on the thread of the loop.
class Plug {
 public:
  using OnKey = std::function<void(Key)>;

  /// `device`: its name or path. Not there yet is no fault. \throws std::system_error
  Plug(std::string device, EventLoop& loop, OnKey on_key);
  ~Plug();
  Plug(const Plug&) = delete;
  Plug& operator=(const Plug&) = delete;

  bool plugged() const { return pad_ != nullptr; }
  /// The light of the pad, if there is one.
  void light(bool on);

 private:
  void look();
  void open(const std::string& path);
  void let_go(const std::string& why);
  void read_keys();
  void something_was_plugged();

  std::string device_;
  EventLoop& loop_;
  OnKey on_key_;
  int watch_;
  std::unique_ptr<Pad> pad_;
  std::string complaint_;  ///< told already
};

}  // namespace panggil::counter
