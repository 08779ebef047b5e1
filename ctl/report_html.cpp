#include <fmt/format.h>

#include "ctl/plot.hpp"
#include "ctl/report_formats.hpp"

namespace panggil::ctl {
namespace {

using statistics::Spread;

constexpr std::string_view kStyle = R"(
:root{color-scheme:light}
body{font:15px/1.5 system-ui,sans-serif;color:#111;background:#fff;max-width:64rem;margin:0 auto;padding:1rem}
h1{font-size:1.6rem;margin:.2rem 0}h2{font-size:1.15rem;margin:2rem 0 .2rem}
p{margin:.3rem 0}.quiet{color:#444;font-size:.9rem}.lost{border:2px solid #111;padding:.5rem}
.cards{display:grid;grid-template-columns:repeat(4,1fr);gap:.6rem;margin:1rem 0}
.cards div{border:1px solid #888;padding:.5rem .7rem}.cards b{display:block;font-size:1.5rem;line-height:1.2}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums;font-size:.9rem}
th,td{text-align:right;padding:.2rem .35rem;border-bottom:1px solid #ccc;white-space:nowrap}
th:first-child,td:first-child{text-align:left;white-space:normal;min-width:7rem}thead th{border-bottom:2px solid #111;vertical-align:bottom;white-space:normal}
.plot{overflow-x:auto}svg{width:100%;min-width:34rem;height:auto;display:block}
svg text{font:12px system-ui,sans-serif;fill:#111}svg line{stroke:#111}
rect{stroke:#222;stroke-width:.7}.s0{fill:#2b5f8a}.s1{fill:#c9dcec}.s2{fill:#fff}.s3{fill:url(#hatch)}
dt{font-weight:600}dd{margin:0 0 .4rem 0}
@media (max-width:40rem){.cards{grid-template-columns:repeat(2,1fr)}}
@media print{@page{size:A4;margin:14mm}body{font-size:10.5px;max-width:none;padding:0}svg{min-width:0}
h2{break-after:avoid}.plot,tr,.cards,dl div{break-inside:avoid}thead{display:table-header-group}
.wide,.plot{overflow:visible}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
)";
constexpr std::string_view kHatch = R"svg(
<svg width="0" height="0" style="position:absolute;min-width:0" aria-hidden="true"><defs>
<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
<rect width="6" height="6" style="stroke:none" fill="#fff"/><line x1="0" y1="0" x2="0" y2="6" style="stroke-width:2"/>
</pattern></defs></svg>
)svg";

double minutes(const std::optional<Spread>& spread, Millis Spread::*which) {
  return spread ? std::chrono::duration<double, std::ratio<60>>((*spread).*which).count() : 0;
}

std::string key_of(const std::string& figure) {
  return "report." + figure;
}

class Page {
 public:
  explicit Page(const ReportPaper& paper) : paper_(paper), words_(paper.wording), rows_(report_rows(paper)) {}

  std::string html() const {
    const auto office = words_.in_language(words_.office()->name, words_.office()->site);
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\">"
        "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
        "<title>{} · {}</title><style>{}</style></head><body>{}{}</body></html>\n",
        words_.language(), escaped(office), escaped(range()), kStyle, kHatch, body(office));
  }

 private:
  std::string said(const std::string& key, const Facts& facts = {}) const {
    return escaped(words_.text(key_of(key), facts));
  }
  std::string range() const {
    return words_.text("report.range", {{"from", paper_.from}, {"to", paper_.to}});
  }

  std::string body(const std::string& office) const {
    std::string html = fmt::format("<h1>{}</h1><p>{}</p><p class=\"quiet\">{}</p>", escaped(office),
                                   escaped(range()), said("made", {{"time", paper_.made_at}}));
    if (!paper_.lost.empty())
      html += fmt::format("<p class=\"lost\">{}</p>", said("lost", {{"list", paper_.lost}}));
    html += cards();
    html +=
        plotted("arrivals", columns_svg(arrivals())) + plotted("waits_by_hour", columns_svg(waits("hour")));
    if (paper_.report.by_day.size() > 1) html += plotted("per_day", columns_svg(days()));
    html += plotted("waits_by_service", lying_svg(waits("service"), false));
    html += plotted("time_use", lying_svg(times(), true));
    for (const char* group : {"service", "counter", "officer", "hour", "day"}) html += table(group);
    return html + time_table() + meanings();
  }

  std::string card(const std::string& value, const std::string& key) const {
    return fmt::format("<div><b>{}</b>{}</div>", escaped(value), said(key));
  }
  std::string cards() const {
    const auto& total = paper_.report.total;
    const auto peak = paper_.report.peak_hour();
    return "<div class=\"cards\">" + card(std::to_string(total.issued), "issued") +
           card(std::to_string(total.served), "served") + card(std::to_string(total.no_show), "no_show") +
           card(minutes_words(total.wait, &Spread::median), "wait_median") +
           card(minutes_words(total.wait, &Spread::p90), "wait_p90") + card(level_words(total), "level") +
           card(minutes_words(total.service, &Spread::mean), "service_mean") +
           card(peak ? fmt::format("{:02}:00", *peak) : "–", "peak") + "</div>";
  }

  std::string plotted(const std::string& key, const std::string& svg) const {
    return fmt::format("<h2>{}</h2><p class=\"quiet\">{}</p>{}", said(key), said(key + "_means"), svg);
  }

  Plot plot(const std::string& key, const std::vector<std::string>& series) const {
    Plot plot{words_.text(key_of(key)), {}, {}};
    for (const auto& each : series) plot.series.push_back(words_.text(key_of(each)));
    return plot;
  }
  /// All from the first to the last, those too in which nobody came.
  std::vector<ReportRow> hours() const {
    const auto& by_hour = paper_.report.by_hour;
    std::vector<ReportRow> hours;
    if (by_hour.empty()) return hours;
    for (int hour = by_hour.begin()->first; hour <= by_hour.rbegin()->first; ++hour) {
      const auto found = by_hour.find(hour);
      const auto text = fmt::format("{:02}", hour);
      hours.push_back({"hour", text, text, found == by_hour.end() ? statistics::Figures{} : found->second});
    }
    return hours;
  }
  Plot arrivals() const {
    Plot arrivals = plot("arrivals", {"legs"});
    for (const auto& row : hours()) {
      arrivals.bars.push_back(
          {row.key, {static_cast<double>(row.figures.legs)}, {std::to_string(row.figures.legs)}});
    }
    return arrivals;
  }
  Plot waits(const std::string& group) const {
    Plot waits = plot("waits_by_" + group, {"wait_median", "wait_p90"});
    for (const auto& row : group == "hour" ? hours() : rows_) {
      if (row.group != group) continue;
      const double median = minutes(row.figures.wait, &Spread::median);
      const double p90 = minutes(row.figures.wait, &Spread::p90);
      waits.bars.push_back({group == "hour" ? row.key : row.name,
                            {median, p90},
                            {fmt::format("{:.0f}", median), fmt::format("{:.0f}", p90)}});
    }
    return waits;
  }
  Plot days() const {
    Plot days = plot("per_day", {"issued", "served"});
    for (const auto& row : rows_) {
      if (row.group != "day") continue;
      days.bars.push_back({row.key.substr(5),
                           {static_cast<double>(row.figures.issued), static_cast<double>(row.figures.served)},
                           {std::to_string(row.figures.issued), std::to_string(row.figures.served)}});
    }
    return days;
  }
  Plot times() const {
    Plot times = plot("time_use", {"serving", "calling", "idle", "break"});
    for (const auto& row : rows_) {
      if (row.group != "counter" || !row.time) continue;
      const auto hours = [](Millis time) {
        return std::chrono::duration<double, std::ratio<3600>>(time).count();
      };
      const auto& time = *row.time;
      times.bars.push_back(
          {row.name,
           {hours(time.serving), hours(time.calling), hours(time.idle), hours(time.on_break)},
           {hours_words(time.open() + time.on_break)}});
    }
    return times;
  }

  static std::string line(const std::vector<std::string>& cells, const char* kind) {
    std::string html = "<tr>";
    for (const auto& cell : cells) html += fmt::format("<{0}>{1}</{0}>", kind, escaped(cell));
    return html + "</tr>";
  }
  std::vector<std::string> titles(const std::vector<std::string>& keys) const {
    std::vector<std::string> titles{""};
    for (const auto& key : keys) titles.push_back(words_.text(key_of(key)));
    return titles;
  }
  std::string framed(const std::string& title, const std::vector<std::string>& keys,
                     const std::string& rows) const {
    return fmt::format(
        "<h2>{}</h2><div class=\"wide\"><table><thead>{}</thead><tbody>{}</tbody></table></div>", title,
        line(titles(keys), "th"), rows);
  }

  std::string table(const std::string& group) const {
    std::string rows;
    for (const auto& row : rows_) {
      const auto& f = row.figures;
      if ((row.group != group && row.group != "total") || (row.time && f.legs == 0)) continue;
      rows += line(
          {row.name, std::to_string(f.issued), std::to_string(f.legs), std::to_string(f.served),
           std::to_string(f.moved_on + f.transferred), std::to_string(f.no_show), std::to_string(f.cancelled),
           std::to_string(f.expired + f.open), minutes_words(f.wait, &Spread::mean),
           minutes_words(f.wait, &Spread::median), minutes_words(f.wait, &Spread::p90), level_words(f),
           minutes_words(f.walk, &Spread::mean), minutes_words(f.service, &Spread::mean)},
          "td");
    }
    return framed(said(fmt::format("by_{}", group)),
                  {"issued", "legs", "served", "went_on", "no_show", "cancelled", "left_open", "wait_mean",
                   "wait_median", "wait_p90", "level", "walk_mean", "service_mean"},
                  rows);
  }
  std::string time_table() const {
    std::string rows;
    for (const auto& row : rows_) {
      if (!row.time) continue;
      rows += line({row.name, hours_words(row.time->serving), hours_words(row.time->calling),
                    hours_words(row.time->idle), hours_words(row.time->on_break)},
                   "td");
    }
    return framed(said("time"), {"serving", "calling", "idle", "break"}, rows);
  }

  std::string meanings() const {
    std::string html = fmt::format("<h2>{}</h2><dl>", said("meanings"));
    for (const char* key :
         {"issued", "legs", "served", "went_on", "no_show", "cancelled", "left_open", "wait_mean",
          "wait_median", "wait_p90", "level", "walk_mean", "service_mean", "time"}) {
      html += fmt::format("<div><dt>{}</dt><dd>{}</dd></div>", said(key), said(fmt::format("{}_means", key)));
    }
    return html + "</dl>";
  }

  const ReportPaper& paper_;
  const session::Wording& words_;
  std::vector<ReportRow> rows_;
};

}  // namespace

std::string report_html(const ReportPaper& paper) {
  return Page(paper).html();
}

}  // namespace panggil::ctl
