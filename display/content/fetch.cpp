#include "display/content/fetch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <set>
#include <system_error>
#include <utility>

#include "common/content/manifest.hpp"
#include "common/content/sha256.hpp"

namespace panggil::display {
namespace {

namespace fs = std::filesystem;
using protocol::ContentFile;
using protocol::ContentManifest;

constexpr double kMiB = 1024.0 * 1024.0;

std::string whole_text(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

bool is_that_file(const fs::path& path, const ContentFile& file) {
  std::error_code none;
  if (!fs::is_regular_file(fs::symlink_status(path, none)) || fs::file_size(path, none) != file.bytes)
    return false;
  return content::sha256_of_file(path).value_or("") == file.sha256;
}

/// Every byte of it is read: a power cut may have left a file that only looks whole.
bool is_whole(const fs::path& folder, const std::string& sha256) {
  const auto text = whole_text(folder / content::kManifestName);
  if (content::sha256_of(text) != sha256) return false;
  const auto manifest = content::read_manifest(text);
  return manifest && std::ranges::all_of(manifest->files, [&](const ContentFile& file) {
           return is_that_file(folder / file.name, file);
         });
}

/// While it comes; a name that no file of a set can have.
fs::path partial(const fs::path& folder, const ContentFile& file) {
  return folder / ("." + file.name + ".part");
}

void remove_strangers(const fs::path& folder, const ContentManifest& manifest) {
  std::set<fs::path> known;
  for (const auto& file : manifest.files) {
    known.insert(folder / file.name);
    known.insert(partial(folder, file));
  }
  std::set<fs::path> strangers;
  for (const auto& entry : fs::directory_iterator(folder))
    if (!known.contains(entry.path())) strangers.insert(entry.path());
  for (const auto& path : strangers) fs::remove_all(path);
}

Outcome outcome_of(const Http::Failure& failure) {
  switch (failure.fault) {
    case Http::Fault::kStopped:
      return {Verdict::kStopped, failure.what};
    case Http::Fault::kTooLarge:
      return {Verdict::kRefused, failure.what};
    case Http::Fault::kTryAgain:
      break;
  }
  return {Verdict::kWaiting, failure.what};
}

Outcome refused(std::string what) {
  return {Verdict::kRefused, std::move(what)};
}

}  // namespace

Fetch::Fetch(Sets& sets, Http& http, std::uint64_t most, Progress progress)
    : sets_(sets), http_(http), most_(most), progress_(std::move(progress)) {}

Outcome Fetch::run(const std::string& manifest_url, const std::string& sha256) {
  sha256_ = sha256;
  if (sets_.has(sha256) && is_whole(sets_.folder_of(sha256), sha256)) {
    if (sets_.now() != sha256) sets_.play(sha256);
    return {Verdict::kComplete, {}};
  }
  const auto text = http_.text(manifest_url, content::kMostManifestBytes);
  if (!text) return outcome_of(text.error());
  if (content::sha256_of(*text) != sha256)
    return refused(manifest_url + " is not the one that was announced");
  const auto manifest = content::read_manifest(*text);
  if (!manifest) return refused(manifest_url + ": " + manifest.error());
  const auto bytes = content::bytes_of(*manifest);
  if (bytes > most_)
    return refused(fmt::format("{:.0f} MiB are more than the {:.0f} that are allowed here",
                               static_cast<double>(bytes) / kMiB, static_cast<double>(most_) / kMiB));
  auto outcome = fetch_all(manifest_url, sha256, *manifest);
  if (outcome.verdict != Verdict::kComplete) return outcome;
  std::ofstream(sets_.begin(sha256) / content::kManifestName, std::ios::binary) << *text;
  sets_.complete(sha256);
  sets_.play(sha256);
  return outcome;
}

Outcome Fetch::fetch_all(const std::string& url, const std::string& sha256, const ContentManifest& manifest) {
  const auto folder = sets_.begin(sha256);
  remove_strangers(folder, manifest);
  for (std::size_t index = 0; index < manifest.files.size(); ++index) {
    const auto& file = manifest.files[index];
    tell(manifest, index);
    if (is_that_file(folder / file.name, file) || take_from_others(folder, file)) continue;
    if (const auto missing = bytes_missing(folder, manifest); missing > sets_.room())
      return {Verdict::kWaiting,
              fmt::format("no room on the disk for {:.0f} MiB", static_cast<double>(missing) / kMiB)};
    auto outcome = fetch_file(url, folder, file);
    if (outcome.verdict != Verdict::kComplete) return outcome;
  }
  return {Verdict::kComplete, {}};
}

Outcome Fetch::fetch_file(const std::string& url, const fs::path& folder, const ContentFile& file) {
  const auto part = partial(folder, file);
  if (const auto done = http_.file(beside(url, file.name), part, file.bytes); !done)
    return outcome_of(done.error());
  if (!is_that_file(part, file)) {
    fs::remove(part);
    return refused(file.name + " is not what the manifest says");
  }
  fs::rename(part, folder / file.name);
  return {Verdict::kComplete, {}};
}

/// What the set that is played has as well need not come twice.
bool Fetch::take_from_others(const fs::path& folder, const ContentFile& file) const {
  for (const auto& sha256 : {sets_.now(), sha256_}) {
    if (!sets_.has(sha256)) continue;
    const auto other = sets_.folder_of(sha256);
    const auto manifest = content::read_manifest(whole_text(other / content::kManifestName));
    if (!manifest) continue;
    for (const auto& theirs : manifest->files) {
      if (theirs.sha256 != file.sha256 || !is_that_file(other / theirs.name, file)) continue;
      std::error_code failed;
      fs::remove(folder / file.name, failed);
      fs::create_hard_link(other / theirs.name, folder / file.name, failed);
      if (!failed) return true;
    }
  }
  return false;
}

std::uint64_t Fetch::bytes_missing(const fs::path& folder, const ContentManifest& manifest) const {
  std::uint64_t missing = 0;
  for (const auto& file : manifest.files) {
    std::error_code error;
    if (fs::exists(folder / file.name, error)) continue;
    const auto there = fs::file_size(partial(folder, file), error);
    missing += file.bytes - (error ? 0 : std::min(there, file.bytes));
  }
  return missing;
}

void Fetch::tell(const ContentManifest& manifest, std::size_t files) const {
  std::uint64_t done = 0;
  for (std::size_t index = 0; index < files; ++index) done += manifest.files[index].bytes;
  progress_(fmt::format("{} of {} files, {:.0f} of {:.0f} MiB", files, manifest.files.size(),
                        static_cast<double>(done) / kMiB,
                        static_cast<double>(content::bytes_of(manifest)) / kMiB));
}

}  // namespace panggil::display
