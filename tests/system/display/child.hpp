/// \file
/// A program that a test runs.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace panggil::display {

/// Ends with this object, or with the test program if that crashes.
class Child {
 public:
  /// `environment` is added to the test's own; an empty value takes a variable away. Output and errors go to
  /// the file `log`. `kept` stays open in the child. \throws std::system_error
  Child(const std::vector<std::string>& command, const std::string& log,
        const std::map<std::string, std::string>& environment = {}, int kept = -1);
  ~Child();
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  void signal(int number) const;
  /// The exit code, 128 + the signal that ended it, or nothing if it still runs then.
  std::optional<int> wait(std::chrono::milliseconds patience);
  /// Processor time so far.
  double cpu_s() const;
  long resident_kib() const;

 private:
  pid_t pid_;
  std::optional<int> code_;
};

/// An X server without a screen, 1920 by 1080.
class VirtualScreen {
 public:
  /// \throws std::runtime_error
  explicit VirtualScreen(const std::string& log);
  ~VirtualScreen();
  /// e.g. `:4711`
  const std::string& name() const { return name_; }
  /// Answers nobody any more, until the end.
  void freeze();

 private:
  std::optional<Child> server_;
  std::string name_;
};

}  // namespace panggil::display
