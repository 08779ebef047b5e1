// What a model shows: the rest of Model, which only reads it.
#include <algorithm>

#include "kiosk/model/dates.hpp"
#include "kiosk/model/model.hpp"
#include "kiosk/model/offers.hpp"

namespace panggil::kiosk {
namespace {
using session::LinkState;
using session::Wording;

std::string ahead(const protocol::IssueResult& issued, const Wording& words) {
  if (issued.ahead == 0) return words.text("kiosk.ahead_none");
  return words.text("kiosk.ahead", {{"count", std::to_string(issued.ahead)}});
}

std::string estimate(const protocol::IssueResult& issued, const Wording& words) {
  return issued.estimate ? words.band("kiosk.number_estimate", *issued.estimate) : std::string();
}

std::string date_and_time(const Stamp& stamp, const Wording& words) {
  return words.text("kiosk.date_and_time",
                    {{"date", date_in_words(stamp, words)}, {"time", words.time(stamp)}});
}

void replace(std::string& text, std::string_view name, const std::string& by) {
  for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at + by.size()))
    text.replace(at, name.size(), by);
}

std::string language_name(const std::string& language) {
  return Wording(language).text("kiosk.language");
}
}  // namespace

std::string Model::where(const std::string& service) const {
  const auto areas = view_.areas_of(service);
  if (areas.empty()) return words_.text("kiosk.wait_for_call");
  std::string list = words_.in_language(areas.front(), "");
  for (std::size_t index = 1; index < areas.size(); ++index)
    list = words_.text("kiosk.or", {{"one", list}, {"other", words_.in_language(areas[index], "")}});
  return words_.text("kiosk.where", {{"area", list}});
}

std::string Model::printer_trouble() const {
  switch (printer_) {
    case PrinterState::kAbsent:
    case PrinterState::kReady:
      return {};
    case PrinterState::kPaperLow:
      return words_.text("kiosk.printer_low");
    case PrinterState::kPaperOut:
      return words_.text("kiosk.printer_out");
    case PrinterState::kCoverOpen:
      return words_.text("kiosk.printer_cover");
    case PrinterState::kFailed:
    case PrinterState::kGone:
      break;
  }
  return words_.text("kiosk.printer_gone");
}

Number Model::number() const {
  const auto paper_text = [this] {
    switch (on_paper_) {
      case OnPaper::kNo:
        return words_.text("kiosk.note_number");
      case OnPaper::kFailed:
        return words_.text("kiosk.not_printed");
      default:
        return words_.text("kiosk.take_paper");
    }
  };
  return {.title = words_.text("kiosk.your_number"),
          .ticket = session::printable(issued_->ticket),
          .service = words_.service(issued_->service),
          .ahead = ahead(*issued_, words_),
          .estimate = estimate(*issued_, words_),
          .where = where(issued_->service),
          .paper = paper_text(),
          .on_paper = on_paper_ == OnPaper::kOnItsWay || on_paper_ == OnPaper::kOut,
          .note_it = on_paper_ == OnPaper::kFailed};
}

std::string Model::office_name() const {
  return view_.office() ? words_.in_language(view_.office()->name, view_.office()->site) : std::string();
}

Paper Model::paper(const protocol::IssueResult& issued) const {
  Paper paper{.office = office_name(),
              .your_number = words_.text("kiosk.your_number"),
              .ticket = session::printable(issued.ticket),
              .service = words_.service(issued.service),
              .ahead = ahead(issued, words_),
              .estimate = estimate(issued, words_),
              .where = where(issued.service),
              .date = date_in_words(issued.issued_at, words_),
              .time = words_.text("kiosk.at_time", {{"time", words_.time(issued.issued_at)}}),
              .closing = words_.text("kiosk.closing"),
              .code = place_.code};
  if (const auto known = place_.documents.find(issued.service); known != place_.documents.end()) {
    paper.documents_title = words_.text("kiosk.documents");
    for (const auto& line : known->second) paper.documents.push_back(words_.in_language(line, ""));
  }
  if (const auto own = place_.closing.find(words_.language()); own != place_.closing.end())
    paper.closing = own->second;
  replace(paper.code, "{site}", view_.office() ? view_.office()->site : "");
  replace(paper.code, "{day}", day_of(issued.issued_at));
  replace(paper.code, "{ticket}", issued.ticket);
  return paper;
}

Message Model::message() const {
  const auto texts = [this](const char* title, const char* detail) {
    return Message{words_.text(title), words_.text(detail)};
  };
  if (step_ == Step::kRefused) return {words_.text("kiosk.refused"), refusal_};
  if (step_ == Step::kUnsure) return texts("kiosk.unsure", "kiosk.unsure_detail");
  if (hopeful_ || link_ == LinkState::kUp) return texts("kiosk.connecting", "kiosk.connecting_detail");
  return texts("kiosk.offline", "kiosk.offline_detail");
}

Page Model::page() const {
  switch (step_) {
    case Step::kAsking:
      return Page::kAsking;
    case Step::kUnsure:
      return Page::kUnsure;
    case Step::kNumber:
      return Page::kNumber;
    case Step::kRefused:
      return Page::kRefused;
    case Step::kChoosing:
      break;
  }
  return link_ == LinkState::kUp && view_.office() ? Page::kStart : Page::kOffline;
}

void Model::show_choice(Scene& scene) const {
  scene.tiles = offers(view_, place_.services, words_);
  const bool any = std::ranges::any_of(scene.tiles, &Tile::possible);
  if (scene.tiles.empty()) {
    scene.title = {words_.text("kiosk.nothing_offered"), ""};
  } else if (!any && step_ == Step::kChoosing) {
    scene.title = {words_.text("kiosk.none_possible"), words_.text("kiosk.none_possible_detail")};
  } else {
    scene.title = {words_.text("kiosk.welcome"),
                   words_.text(prints(printer_) ? "kiosk.welcome_detail" : "kiosk.welcome_detail_screen")};
  }
  for (auto& tile : scene.tiles) {
    tile.touched = step_ == Step::kAsking && tile.service == touched_;
    if (tile.touched) tile.detail = words_.text("kiosk.one_moment");
  }
  if (has_priority() && any)
    scene.priority = {words_.text("kiosk.priority"), words_.text("kiosk.priority_detail"), priority_};
}

Scene Model::scene() const {
  Scene scene;
  scene.page = page();
  scene.office = office_name();
  if (view_.time()) scene.date_and_time = date_and_time(*view_.time(), words_);
  for (const auto& language : languages())
    scene.languages.push_back({language, language_name(language), language == words_.language()});
  // While something is under way nothing can be touched, and what cannot be touched is not offered.
  if (scene.languages.size() < 2 || under_way()) scene.languages.clear();
  show_choice(scene);
  const auto area = place_.area ? std::optional(place_.area->text()) : std::nullopt;
  if (const auto* notice = view_.notice(area))
    scene.notice = {words_.in_language(notice->text, ""), notice->level != "info"};
  scene.printer = printer_trouble();
  if (issued_) scene.number = number();
  scene.message = message();
  scene.done = words_.text(step_ == Step::kNumber ? "kiosk.done" : "kiosk.back");
  return scene;
}

}  // namespace panggil::kiosk
