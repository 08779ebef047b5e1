/// \file
/// Strict reading of YAML: every key is asked for by name, and what nobody asked for is an error, as are a
/// wrong type, a value out of range and a name that stands for nothing. yaml-cpp is named in yaml_reader.cpp
/// only.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/texts/catalogue.hpp"

namespace panggil::settings {

/// One fault of a file, e.g. `office.yaml:12:5: unknown key "servces"; did you mean "services"?`.
struct Problem {
  std::string file;
  int line = 0;      ///< from 1; 0: the file as a whole
  int column = 0;    ///< from 1
  std::string what;  ///< what is wrong and what would be right
};
std::string to_text(const Problem& problem);

/// Thrown by whoever reads a whole file, with all that was found in it.
class BadSettings : public std::runtime_error {
 public:
  explicit BadSettings(std::vector<Problem> problems);
  const std::vector<Problem>& problems() const { return problems_; }

 private:
  std::vector<Problem> problems_;
};

/// One node of a document; cheap to copy. Reading never throws: faults are collected in the document, and a
/// stand-in value goes on, so that one run reports everything that is wrong. An absent node gives stand-ins
/// and no faults: whether it may be absent was said when it was asked for.
class Node {
 public:
  Node() = default;  ///< absent

  bool present() const;  ///< it stands in the file and is not null

  /// The value of `key` of a map; absent when missing. Marks the key as known.
  Node optional(std::string_view key) const;
  /// As optional(), but a missing one is a fault.
  Node required(std::string_view key) const;
  /// All that nobody asked for is a fault each. To be called once all keys have been asked for.
  void no_other_keys() const;

  std::vector<Node> items() const;                            ///< of a list; a fault if it is none
  std::vector<std::pair<std::string, Node>> entries() const;  ///< of a map with free keys, in file order

  std::string text() const;  ///< one line, not empty
  /// A text that is a legal `T`, e.g. a SiteId; nothing, and a fault, if it is not.
  template <class T>
  std::optional<T> id() const {
    auto id = T::parse(text());
    if (!id) illegal_id();
    return id;
  }
  /// A relative one starts at the folder of the file.
  std::filesystem::path path() const;
  bool truth() const;
  long whole(long least, long most) const;
  double number(double least, double most) const;
  /// `90s`, `20min`, `1h30min`; a fault below `least` or above `most`.
  std::chrono::seconds duration(std::chrono::seconds least, std::chrono::seconds most) const;
  /// `08:00`, or `24:00` for the end of the day.
  std::chrono::minutes time_of_day() const;
  /// Which of `choices`; nothing, and a fault, if none.
  std::optional<std::size_t> choice(const std::vector<std::string>& choices) const;
  bool is_map() const;
  bool is_list() const;
  bool is_scalar() const;

  /// Reports a fault of this node's place: a text of the catalogue, in the language that is spoken now.
  void fault(std::string_view text, const Facts& facts = {}) const;
  /// Reports a fault of the key before it, e.g. that it names nothing.
  void key_fault(std::string_view text, const Facts& facts = {}) const;
  /// The same in words that there are already.
  void fault_in_words(const std::string& what) const;

  struct Impl;
  explicit Node(std::shared_ptr<Impl> impl) : impl_(std::move(impl)) {}

 private:
  Node child(std::string_view key) const;
  const std::string* scalar(const std::string& expected) const;
  void illegal_id() const;

  std::shared_ptr<Impl> impl_;
};

/// A file being read.
class Document {
 public:
  /// Faults of syntax, anchors and aliases, too deep nesting (over 32) and a size over 256 KiB are in
  /// problems() at once.
  static Document parse(std::string file_name, std::string_view text);
  /// \throws std::runtime_error when the file cannot be read.
  static Document load(const std::filesystem::path& file);

  /// A map; that of an empty file has no keys.
  Node root() const;
  /// In the order of the file; no more than 100.
  const std::vector<Problem>& problems() const;
  /// \throws BadSettings if there are any.
  void require_clean() const;

  struct Impl;

 private:
  explicit Document(std::shared_ptr<Impl> impl) : impl_(std::move(impl)) {}
  std::shared_ptr<Impl> impl_;
};

/// What Document::load() parses, for who must know more of it: as much of the file as parse() looks at.
/// \throws std::runtime_error when it cannot be read.
std::string read_text_of(const std::filesystem::path& file);

}  // namespace panggil::settings
