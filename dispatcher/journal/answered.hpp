/// \file
/// Which commands have had an answer, as far as that is known without looking.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace panggil::journal {

/// Nearly every command is a new one, and to look each up in the file costs as much as to decide it. Keeps
/// eight bytes of each, so that a strange one may seem known now and then; one that is known never seems
/// strange.
class Answered {
 public:
  void add(std::string_view client, std::string_view id);
  bool may_have(std::string_view client, std::string_view id) const;
  void clear();

 private:
  std::size_t place_of(std::uint64_t sum) const;

  std::vector<std::uint64_t> sums_;  ///< at the place that the sum says or the next free one; 0: free
  std::size_t count_ = 0;
};

}  // namespace panggil::journal
