#include "common/protocol/codec.hpp"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "common/base/ids.hpp"
#include "common/base/json_text.hpp"
#include "common/protocol/fields.hpp"

namespace panggil::protocol {
namespace {

using Json = nlohmann::json;

/// What JavaScript and most JSON readers still hold exactly.
constexpr std::int64_t kLargestWhole = (std::int64_t{1} << 53) - 1;

// ---- to JSON ----

template <class T>
void write(JsonText& to, const T& value);

struct Writer {
  JsonText& to;

  template <class T>
  void operator()(const char* name, const T& value) {
    to.key(name);
    write(to, value);
  }
  template <class T>
  void if_any(const char* name, const std::optional<T>& value) {
    if (value) (*this)(name, *value);
  }
};

void write_value(JsonText& to, double value) {
  to.raw(Json(value).dump());
}
void write_value(JsonText& to, const Stamp& value) {
  to.value(to_text(value));
}
void write_value(JsonText& to, const AnyText& value) {
  std::visit([&](const auto& text) { write(to, text); }, value);
}
void write_value(JsonText& to, const LocalText& value) {
  to.begin_object();
  for (const auto& [language, text] : value) to.field(language, text);
  to.end_object();
}
template <class T>
void write_value(JsonText& to, const std::optional<T>& value) {
  if (value)
    write(to, *value);
  else
    to.null();
}
template <class T>
void write_value(JsonText& to, const std::vector<T>& values) {
  to.begin_array();
  for (const auto& value : values) write(to, value);
  to.end_array();
}

template <class T>
void write(JsonText& to, const T& value) {
  if constexpr (std::is_integral_v<T> || std::is_same_v<T, std::string>) {
    to.value(value);
  } else if constexpr (requires { write_value(to, value); }) {
    write_value(to, value);
  } else {
    to.begin_object();
    Writer writer{to};
    fields(writer, value);
    to.end_object();
  }
}

// ---- from JSON ----

/// What can be wrong with a field: the name of its text in the catalogues, and the same in English for logs.
struct Fault {
  const char* name;
  const char* english;
};
namespace fault {
constexpr Fault kMissing{"missing", "is missing"};
constexpr Fault kText{"text", "should be a text"};
constexpr Fault kTruth{"truth", "should be true or false"};
constexpr Fault kNumber{"number", "should be a number"};
constexpr Fault kWhole{"whole", "should be a whole number"};
constexpr Fault kTooLarge{"too_large", "is too large"};
constexpr Fault kTooSmall{"too_small", "is too small"};
constexpr Fault kNegative{"negative", "should not be negative"};
constexpr Fault kTime{"time", "should be a time like 2026-11-23T08:00:00+07:00"};
constexpr Fault kTexts{"texts", "should be a text in each language"};
constexpr Fault kAnyText{"any_text", "should be a text, or one in each language"};
constexpr Fault kList{"list", "should be a list"};
constexpr Fault kObject{"object", "should be an object"};
constexpr Fault kCommandId{"command_id", "should be 1 to 64 printable characters without spaces"};
}  // namespace fault

DecodeError wrong(const Fault& fault, const std::string& field) {
  return {fmt::format("\"{}\" {}", field, fault.english), fault.name, field};
}

/// Reads one object; the first fault is kept, and what follows it is not looked at.
class Reader {
 public:
  Reader(const Json& object, std::string path) : object_(object), path_(std::move(path)) {}

  template <class T>
  void operator()(const char* name, T& value) {
    read_field(name, value, true);
  }
  template <class T>
  void if_any(const char* name, std::optional<T>& value) {
    read_field(name, value, false);
  }
  const std::optional<DecodeError>& fault() const { return fault_; }

 private:
  template <class T>
  void read_field(const char* name, std::optional<T>& value, bool) {
    if (fault_ || found_ == object_.size()) return;
    const auto found = object_.find(name);
    if (found == object_.end()) return;
    ++found_;
    if (!found->is_null()) read(*found, path_ + name, value.emplace());
  }
  template <class T>
  void read_field(const char* name, T& value, bool) {
    if (fault_) return;
    const auto found = object_.find(name);
    if (found == object_.end()) return complain(path_ + name, fault::kMissing);
    ++found_;
    read(*found, path_ + name, value);
  }

  void read(const Json& json, const std::string& path, std::string& value) {
    if (!json.is_string()) return complain(path, fault::kText);
    value = json.get<std::string>();
  }
  void read(const Json& json, const std::string& path, bool& value) {
    if (!json.is_boolean()) return complain(path, fault::kTruth);
    value = json.get<bool>();
  }
  void read(const Json& json, const std::string& path, double& value) {
    if (!json.is_number()) return complain(path, fault::kNumber);
    value = json.get<double>();
  }
  void read(const Json& json, const std::string& path, std::int64_t& value) {
    if (!json.is_number_integer()) return complain(path, fault::kWhole);
    // An unsigned one above the signed range would turn negative.
    if (json.is_number_unsigned() && json.get<std::uint64_t>() > std::uint64_t{kLargestWhole})
      return complain(path, fault::kTooLarge);
    value = json.get<std::int64_t>();
    if (value < -kLargestWhole) complain(path, fault::kTooSmall);
  }
  void read(const Json& json, const std::string& path, std::uint64_t& value) {
    std::int64_t whole = 0;
    read(json, path, whole);
    if (fault_) return;
    if (whole < 0) return complain(path, fault::kNegative);
    value = static_cast<std::uint64_t>(whole);
  }
  void read(const Json& json, const std::string& path, Stamp& value) {
    const auto parsed = json.is_string() ? parse_stamp(json.get_ref<const std::string&>()) : std::nullopt;
    if (!parsed) return complain(path, fault::kTime);
    value = *parsed;
  }
  void read(const Json& json, const std::string& path, LocalText& value) {
    if (!json.is_object()) return complain(path, fault::kTexts);
    for (const auto& [language, text] : json.items()) read(text, path + "." + language, value[language]);
  }
  void read(const Json& json, const std::string& path, AnyText& value) {
    if (json.is_string()) return read(json, path, value.emplace<std::string>());
    if (!json.is_object()) return complain(path, fault::kAnyText);
    read(json, path, value.emplace<LocalText>());
  }
  template <class T>
  void read(const Json& json, const std::string& path, std::vector<T>& values) {
    if (!json.is_array()) return complain(path, fault::kList);
    for (const auto& item : json) {
      if (fault_) return;
      read(item, fmt::format("{}[{}]", path, values.size()), values.emplace_back());
    }
  }
  template <class T>
  requires requires(Reader& r, T& m) { fields(r, m); }
  void read(const Json& json, const std::string& path, T& value) {
    if (!json.is_object()) return complain(path, fault::kObject);
    Reader inner(json, path + ".");
    fields(inner, value);
    fault_ = inner.fault();
  }

  void complain(const std::string& path, const Fault& fault) {
    if (!fault_) fault_ = wrong(fault, path);
  }

  const Json& object_;
  std::string path_;
  std::size_t found_ = 0;  ///< once all that is there has been, nothing needs to be looked for any more
  std::optional<DecodeError> fault_;
};

Result<Json, DecodeError> parse_object(std::string_view payload, std::size_t most) {
  if (payload.size() > most)
    return fail(DecodeError{fmt::format("more than {} bytes", most), "too_many_bytes"});
  Json json = Json::parse(payload, nullptr, false);
  if (json.is_discarded()) return fail(DecodeError{"not JSON", "not_json"});
  if (!json.is_object()) return fail(DecodeError{"not a JSON object", "not_an_object"});
  return json;
}

template <class Message>
Result<Message, DecodeError> read_message(const Json& object) {
  Message message;
  Reader reader(object, "");
  fields(reader, message);
  if (reader.fault()) return fail(*reader.fault());
  return message;
}

// ---- answers: the shape of the result goes by the action ----

void write_answer(JsonText& to, const Answer& answer) {
  to.begin_object();
  Writer writer{to};
  writer("id", answer.id);
  writer("action", answer.action);
  writer("ok", answer.ok());
  writer("seq", answer.seq);
  if (answer.result) std::visit([&](const auto& result) { writer("result", result); }, *answer.result);
  writer.if_any("error", answer.error);
  to.end_object();
}

template <class Shape>
Result<ActionResult, DecodeError> read_result_as(const Json& json) {
  return read_message<Shape>(json).map([](Shape&& shape) { return ActionResult(std::move(shape)); });
}

Result<ActionResult, DecodeError> read_result(const std::string& action, const Json& json) {
  if (!json.is_object()) return fail(wrong(fault::kObject, "result"));
  if (action == "issue") return read_result_as<IssueResult>(json);
  if (action == "recall") return read_result_as<RecallResult>(json);
  if (action == "events") return read_result_as<EventsResult>(json);
  if (action == "undo") return read_result_as<UndoResult>(json);
  if (action == "notice" || action == "clear-notice") return read_result_as<NoticeResult>(json);
  if (action == "suspend-service" || action == "restore-service") return read_result_as<ServiceResult>(json);
  if (action == "backup") return read_result_as<BackupResult>(json);
  if (action == "reload") return read_result_as<ReloadResult>(json);
  if (action == "next" || action == "call" || action == "skip" || action == "resume")
    return read_result_as<CallResult>(json);
  if (action == "open" || action == "pause" || action == "close") return read_result_as<CounterResult>(json);
  return read_result_as<TicketResult>(json);
}

/// The part of an answer that is the same for all.
struct AnswerHead {
  std::optional<std::string> id;
  std::string action;
  bool ok = false;
  std::uint64_t seq = 0;
  std::optional<Error> error;
};
template <class V, Is<AnswerHead> M>
void fields(V& v, M& m) {
  v("id", m.id);
  v("action", m.action);
  v("ok", m.ok);
  v("seq", m.seq);
  v.if_any("error", m.error);
}

Result<Answer, DecodeError> read_answer(const Json& object) {
  auto head = read_message<AnswerHead>(object);
  if (!head) return fail(head.error());
  Answer answer{head->id, head->action, head->seq, std::nullopt, head->error};
  if (!head->ok) {
    if (!answer.error) return fail(wrong(fault::kMissing, "error"));
    return answer;
  }
  if (!object.contains("result")) return fail(wrong(fault::kMissing, "result"));
  auto result = read_result(answer.action, object["result"]);
  if (!result) return fail(result.error());
  answer.result = std::move(*result);
  return answer;
}

std::optional<std::string> readable_id(const Json& object) {
  const auto id = object.find("id");
  if (id == object.end() || !id->is_string()) return std::nullopt;
  auto text = id->get<std::string>();
  if (!is_command_id(text)) return std::nullopt;
  return text;
}

}  // namespace

template <class Message>
std::string encode(const Message& message) {
  JsonText text;
  write(text, message);
  return text.take();
}
template <>
std::string encode(const Answer& message) {
  JsonText text;
  write_answer(text, message);
  return text.take();
}

template <class Message>
Result<Message, DecodeError> decode(std::string_view payload) {
  const auto object = parse_object(payload, kMaxPayloadBytes);
  if (!object) return fail(object.error());
  return read_message<Message>(*object);
}
template <>
Result<Answer, DecodeError> decode(std::string_view payload) {
  const auto object = parse_object(payload, kMaxPayloadBytes);
  if (!object) return fail(object.error());
  return read_answer(*object);
}

Result<Command, BadCommand> decode_command(std::string_view payload) {
  const auto object = parse_object(payload, kMaxCommandBytes);
  if (!object) return fail(BadCommand{std::nullopt, object.error()});
  const auto id = readable_id(*object);
  if (!id) return fail(BadCommand{std::nullopt, wrong(fault::kCommandId, "id")});
  auto command = read_message<Command>(*object);
  if (!command) return fail(BadCommand{id, command.error()});
  return std::move(*command);
}

// Every message, both ways; those with a way of their own above are not repeated.
#define PANGGIL_MESSAGE(Type)               \
  template std::string encode(const Type&); \
  template Result<Type, DecodeError> decode<Type>(std::string_view);
PANGGIL_MESSAGE(Status)
PANGGIL_MESSAGE(Beat)
PANGGIL_MESSAGE(Office)
PANGGIL_MESSAGE(Board)
PANGGIL_MESSAGE(Queue)
PANGGIL_MESSAGE(Counter)
PANGGIL_MESSAGE(Call)
PANGGIL_MESSAGE(Event)
PANGGIL_MESSAGE(Command)
PANGGIL_MESSAGE(DeviceState)
PANGGIL_MESSAGE(Health)
PANGGIL_MESSAGE(Shown)
PANGGIL_MESSAGE(DeviceOrder)
PANGGIL_MESSAGE(DevicePicture)
PANGGIL_MESSAGE(ContentAnnouncement)
PANGGIL_MESSAGE(ContentManifest)
#undef PANGGIL_MESSAGE

}  // namespace panggil::protocol
