#include "dispatcher/estimates/estimator.hpp"
#include "dispatcher/estimates/record.hpp"

namespace panggil::estimates {
namespace {

/// The form of the text; another one is not read.
constexpr int kForm = 1;
constexpr std::size_t kMostServices = 10'000;

}  // namespace

template <class Record>
void Estimator::fields(Record& record) {
  behind_others_.fields(record);
  first_in_line_.fields(record);
  errors_.fields(record);
  aim_.fields(record);
}

std::string Estimator::experience() const {
  RecordWriter record;
  record(kForm);
  Estimator copy = *this;  // fields() serves both ways, so it takes what may be changed
  copy.fields(record);
  record(copy.services_.size());
  for (auto& [id, service] : copy.services_) {
    record.word(id.text());
    record(service.number);
    service.past.fields(record);
  }
  return record.text();
}

std::optional<Estimator> Estimator::recalled(const Zone& zone, std::string_view experience) {
  RecordReader record(experience);
  Estimator recalled(zone);
  int form = 0;
  std::size_t services = 0;
  record(form);
  if (form != kForm) return std::nullopt;
  recalled.fields(record);
  record(services);
  for (std::size_t i = 0; i < services && i < kMostServices && record.good(); ++i) {
    std::string name;
    record.word(name);
    const auto id = ServiceId::parse(name);
    if (!id) return std::nullopt;
    Service& service = recalled.services_[*id];
    record(service.number);
    service.past.fields(record);
  }
  if (!record.good() || !record.at_end()) return std::nullopt;
  return recalled;
}

}  // namespace panggil::estimates
