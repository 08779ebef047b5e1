/// \file
/// One thing that the doctor looked at.
#pragma once

#include <string>
#include <vector>

#include "common/session/wording.hpp"

namespace panggil::ctl {

enum class Level { kOk, kWarn, kBad };

struct Finding {
  std::string check;  ///< the same in every language: `broker`, `clock`, …
  Level level = Level::kOk;
  std::string text;  ///< what is so, and what to do
};

/// What a program said, without what its libraries said before: its own lines begin with its name, or with a
/// file's. In one line. Pure.
std::string own_words(const std::string& said, const std::string& name, const std::string& file);

/// What has been found, in the words of one language.
class Findings {
 public:
  explicit Findings(const session::Wording& wording) : wording_(wording) {}

  /// The text is that of `doctor.{key}`.
  void ok(const std::string& check, const std::string& key, const Facts& facts = {}) {
    add(check, Level::kOk, key, facts);
  }
  void warn(const std::string& check, const std::string& key, const Facts& facts = {}) {
    add(check, Level::kWarn, key, facts);
  }
  void bad(const std::string& check, const std::string& key, const Facts& facts = {}) {
    add(check, Level::kBad, key, facts);
  }
  void add(Finding finding) { all_.push_back(std::move(finding)); }

  const std::vector<Finding>& all() const { return all_; }
  const session::Wording& wording() const { return wording_; }

 private:
  void add(const std::string& check, Level level, const std::string& key, const Facts& facts) {
    all_.push_back({check, level, wording_.text("doctor." + key, facts)});
  }

  const session::Wording& wording_;
  std::vector<Finding> all_;
};

}  // namespace panggil::ctl
