/// \file
/// What a parsed document is inside; for the reader's own sources only.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "common/settings/text_places.hpp"
#include "common/settings/yaml_reader.hpp"

namespace panggil::settings {

enum class Kind { kNothing, kScalar, kList, kMap };

struct Value {
  Kind kind = Kind::kNothing;
  Place place;
  std::string text;             ///< of a scalar
  bool quoted = false;          ///< a scalar in quotes is a text, whatever it looks like
  std::vector<Value> children;  ///< of a list or map, in file order
  std::string key;              ///< of a child of a map
  Place key_place;
  std::set<std::string, std::less<>> asked;  ///< the keys that somebody asked for
};

inline constexpr std::size_t kLargestFile = 256 * 1024;
inline constexpr std::size_t kDeepest = 32;
inline constexpr std::size_t kMostValues = 20'000;
inline constexpr std::size_t kMostProblems = 100;

struct Document::Impl {
  std::string file;
  Value root;
  bool broken = false;  ///< not read to its end; nothing of it is worth a look
  std::vector<Problem> problems;

  /// Once for the same place and words; in the order of the file.
  void add(Place place, const std::string& what);
};

struct Node::Impl {
  std::shared_ptr<Document::Impl> document;
  Value* value;  ///< lives in the document
};

}  // namespace panggil::settings
