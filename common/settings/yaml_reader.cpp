#include "common/settings/yaml_reader.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

#include "common/settings/scalar_forms.hpp"
#include "common/settings/yaml_tree.hpp"
#include "common/texts/spoken.hpp"

namespace panggil::settings {
namespace {

/// What a file may not contain, so that reading it ends.
struct Refused {
  Place place;
  std::string what;
};

/// Turns what yaml-cpp meets into our values. Refusing by an exception out of an event also ends its
/// recursion, which is one event deep for each level of nesting.
class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(Document::Impl& document, std::string_view text)
      : document_(document), text_(text), places_(text) {}

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (started_) refuse_more(mark);
    started_ = true;
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    Value& value = add(mark, "", anchor, Kind::kNothing);
    // The mark is at whatever follows.
    value.place = places_.end_before(mark.line, byte_of(mark), column_of(mark));
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { refuse_anchor(place(mark)); }
  void OnAnchor(const YAML::Mark& mark, const std::string&) override { refuse_anchor(place(mark)); }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& text) override {
    if (wants_key()) return take_key(mark, tag, text);
    Value& value = add(mark, tag, anchor, Kind::kScalar);
    value.text = text;
    value.quoted = tag == "!";
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    begin(mark, tag, anchor, Kind::kList);
  }
  void OnSequenceEnd() override { end(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    begin(mark, tag, anchor, Kind::kMap);
  }
  void OnMapEnd() override {
    report_duplicates(*open_.back().value);
    end();
  }

  /// Where the innermost list or map that has not ended begins.
  Place open_place() const { return open_.empty() ? Place{} : open_.back().value->place; }

  Place place(const YAML::Mark& mark) {
    return mark.is_null() ? Place{} : places_.at(mark.line, byte_of(mark), column_of(mark));
  }

 private:
  struct Open {
    Value* value;
    bool key_taken = false;  ///< of a map: its value comes next
    std::string key;
    Place key_place;
  };

  static std::size_t byte_of(const YAML::Mark& mark) {
    return static_cast<std::size_t>(std::max(mark.pos, 0));
  }
  static std::size_t column_of(const YAML::Mark& mark) {
    return static_cast<std::size_t>(std::max(mark.column, 0));
  }

  [[noreturn]] void refuse_more(const YAML::Mark& mark) {
    const bool marked = text_.substr(std::min(byte_of(mark), text_.size())).starts_with("---");
    throw Refused{place(mark), spoken_text(marked ? "fault.second_document" : "fault.belongs_nowhere")};
  }

  [[noreturn]] static void refuse_anchor(Place place) { throw Refused{place, spoken_text("fault.anchor")}; }

  bool in_map() const { return !open_.empty() && open_.back().value->kind == Kind::kMap; }
  bool wants_key() const { return in_map() && !open_.back().key_taken; }
  bool wants_value() const { return in_map() && open_.back().key_taken; }

  void refuse_tag(Place place, const std::string& tag) const {
    const bool own = tag.empty() || tag == "?" || tag == "!";  // yaml-cpp's, for plain and quoted ones
    if (!own) throw Refused{place, spoken_text("fault.tag")};
  }

  void take_key(const YAML::Mark& mark, const std::string& tag, const std::string& text) {
    refuse_tag(place(mark), tag);
    open_.back().key_taken = true;
    open_.back().key = text;
    open_.back().key_place = place(mark);
  }

  /// A new value where the document has come to. It stays where it is until its parent ends.
  Value& add(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, Kind kind) {
    const Place here = place(mark);
    if (wants_key()) throw Refused{here, spoken_text("fault.key_expected")};
    if (anchor != 0) refuse_anchor(here);
    refuse_tag(here, tag);
    if (++count_ > kMostValues)
      throw Refused{here, spoken_text("fault.too_many_values", {{"most", std::to_string(kMostValues)}})};
    Value& value = open_.empty() ? document_.root : open_.back().value->children.emplace_back();
    value.kind = kind;
    value.place = here;
    if (wants_value()) take_value(value);
    return value;
  }

  void take_value(Value& value) {
    value.key = std::move(open_.back().key);
    value.key_place = open_.back().key_place;
    open_.back().key_taken = false;
  }

  void begin(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, Kind kind) {
    if (open_.size() == kDeepest)
      throw Refused{place(mark), spoken_text("fault.too_deep", {{"most", std::to_string(kDeepest)}})};
    open_.push_back({&add(mark, tag, anchor, kind), false, "", {}});
  }

  void end() { open_.pop_back(); }

  void report_duplicates(const Value& map) {
    std::map<std::string_view, int> lines;
    for (const Value& child : map.children) {
      const auto [first, is_new] = lines.emplace(child.key, child.key_place.line);
      if (!is_new)
        document_.add(
            child.key_place,
            spoken_text("fault.duplicate", {{"key", child.key}, {"line", std::to_string(first->second)}}));
    }
  }

  Document::Impl& document_;
  std::string_view text_;
  TextPlaces places_;
  bool started_ = false;
  std::size_t count_ = 0;
  std::vector<Open> open_;
};

/// What to look for when yaml-cpp gives up.
std::string explain(const std::string& message) {
  using namespace YAML::ErrorMsg;
  static const std::map<std::string_view, std::string_view> kExplained = {
      {END_OF_MAP, "fault.end_of_map"},      {END_OF_SEQ, "fault.end_of_list"},
      {END_OF_MAP_FLOW, "fault.open_brace"}, {END_OF_SEQ_FLOW, "fault.open_bracket"},
      {EOF_IN_SCALAR, "fault.open_quote"},   {DOC_IN_SCALAR, "fault.quote_before_document"},
      {TAB_IN_INDENTATION, "fault.tab"},     {FLOW_END, "fault.closes_nothing"},
      {BLOCK_ENTRY, "fault.item_misplaced"}, {MAP_KEY, "fault.key_misplaced"},
      {MAP_VALUE, "fault.value_misplaced"},  {UNKNOWN_TOKEN, "fault.unknown_token"},
      {UNKNOWN_ANCHOR, "fault.alias"},
  };
  const auto found = kExplained.find(message);
  if (found != kExplained.end()) return spoken_text(found->second, {{"brace", "}"}});
  return spoken_text("fault.not_yaml", {{"detail", message}});
}

void break_off(Document::Impl& document, Place place, const std::string& why) {
  document.add(place, why);
  document.broken = true;
}

/// Then that is the fault, whatever yaml-cpp has made of it.
bool indented_by_tab(std::string_view text, const YAML::Mark& mark) {
  if (mark.is_null()) return false;
  const auto before = text.substr(0, static_cast<std::size_t>(std::max(mark.pos, 0)));
  const auto line = before.substr(before.find_last_of('\n') + 1);
  const auto indentation = line.substr(0, line.find_first_not_of(" \t"));
  return indentation.find('\t') != std::string_view::npos;
}

void parse_into(Document::Impl& document, std::string_view text) {
  TreeBuilder builder(document, text);
  try {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) continue;
  } catch (const Refused& refused) {
    break_off(document, refused.place, refused.what);
  } catch (const YAML::Exception& error) {
    if (indented_by_tab(text, error.mark))
      return break_off(document, builder.place(error.mark), explain(YAML::ErrorMsg::TAB_IN_INDENTATION));
    const bool unclosed =
        error.msg == YAML::ErrorMsg::END_OF_MAP_FLOW || error.msg == YAML::ErrorMsg::END_OF_SEQ_FLOW;
    break_off(document, unclosed ? builder.open_place() : builder.place(error.mark), explain(error.msg));
  } catch (const std::exception& error) {
    break_off(document, {}, explain(error.what()));
  }
}

}  // namespace

Document Document::parse(std::string file_name, std::string_view text) {
  auto impl = std::make_shared<Impl>();
  impl->file = std::move(file_name);
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  if (text.size() > kLargestFile) {
    break_off(*impl, {}, spoken_text("fault.too_large"));
  } else if (const auto bad = first_bad_byte(text)) {
    break_off(*impl, TextPlaces(text).of_byte(*bad), spoken_text("fault.bad_byte"));
  } else {
    parse_into(*impl, text);
  }
  if (impl->root.kind == Kind::kNothing) impl->root.kind = Kind::kMap;
  return Document(std::move(impl));
}

std::string read_text_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream || std::filesystem::is_directory(file))
    throw std::runtime_error(spoken_text("fault.unreadable", {{"file", file.string()}}));
  std::string text(kLargestFile + 1, '\0');
  stream.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(stream.gcount()));
  return text;
}

Document Document::load(const std::filesystem::path& file) {
  return parse(file.string(), read_text_of(file));
}

}  // namespace panggil::settings
