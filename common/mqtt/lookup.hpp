/// \file
/// Looks a host's name up without waiting for the answer, which may take many seconds where the network is
/// ill.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace panggil::mqtt {

/// One name. An address is found at once; for a name a thread waits, which outlives this if it must: nothing
/// waits for it.
class Lookup {
 public:
  explicit Lookup(const std::string& host);

  /// Its addresses, as text; none where nobody bears the name. Nothing: not known yet.
  std::optional<std::vector<std::string>> found() const;
  /// Readable once it is known.
  int fd() const;

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace panggil::mqtt
