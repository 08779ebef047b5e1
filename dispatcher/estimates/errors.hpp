/// \file
/// How wrong the estimates of the past were, and so how wide a band must be.
#pragma once

#include <cstddef>
#include <vector>

namespace panggil::estimates {

/// One estimate and what became of it, both on the scale of clues.hpp.
struct PastEstimate {
  double estimated = 0;
  double error = 0;         ///< real - estimated
  std::size_t service = 0;  ///< any number that stands for it
  bool nobody_ahead = false;

  template <class Record>
  void fields(Record& record) {
    int nobody = nobody_ahead ? 1 : 0;
    record(estimated);
    record(error);
    record(service);
    record(nobody);
    nobody_ahead = nobody != 0;
  }
};

/// The last kKept estimates of an office.
class Errors {
 public:
  static constexpr std::size_t kKept = 2000;

  void add(const PastEstimate& past);
  std::size_t size() const { return kept_.size(); }

  struct Quantiles {
    double low;
    double high;
  };
  /// The errors that a share of `tail` was below, and above. Those of the same size of estimate count most,
  /// and of them those of the same service; `like.error` is not looked at. Some 5 µs. \pre size() > 0, and 0
  /// < tail < 0.5
  Quantiles quantiles(const PastEstimate& like, double tail) const;

  template <class Record>
  void fields(Record& record) {
    std::size_t count = kept_.size();
    record(count);
    record(oldest_);
    kept_.resize(count <= kKept ? count : 0);
    oldest_ = oldest_ < kKept ? oldest_ : 0;
    for (auto& kept : kept_) {
      kept.past.fields(record);
      kept = Kept(kept.past);
    }
  }

 private:
  /// With the cell that its error is sorted into: looked up thousands of times, and always the same.
  struct Kept {
    Kept() = default;
    explicit Kept(const PastEstimate& of);
    PastEstimate past;
    std::size_t cell = 0;
  };

  std::vector<Kept> kept_;
  std::size_t oldest_ = 0;  ///< where the next one goes once kKept are there
};

}  // namespace panggil::estimates
