#include "common/content/manifest.hpp"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <set>
#include <system_error>

#include "common/content/sha256.hpp"
#include "common/protocol/codec.hpp"

namespace panggil::content {
namespace {

namespace fs = std::filesystem;
using protocol::ContentFile;
using protocol::ContentManifest;

constexpr std::size_t kLongestName = 120;  // with what is put before and behind it while it is fetched
/// So many bytes never add up to more than fits; what is really allowed is a setting.
constexpr std::uint64_t kMostBytes = std::uint64_t{1} << 40;

std::string for_people(std::string_view name) {
  std::string text;
  for (const char letter : name.substr(0, kLongestName))
    text += letter >= ' ' && letter != 127 ? letter : '?';
  return "\"" + text + "\"";
}

/// Empty: nothing is.
std::string what_is_wrong(const ContentFile& file) {
  if (!is_file_name(file.name)) return for_people(file.name) + " is no name of a file of one folder";
  if (file.name == kManifestName) return std::string(kManifestName) + " names itself";
  if (file.bytes > kMostBytes) return for_people(file.name) + " is larger than anything";
  if (!is_sha256(file.sha256)) return for_people(file.name) + ": 64 small hexadecimal digits are expected";
  return {};
}

std::string what_is_wrong(const ContentManifest& manifest) {
  if (manifest.files.empty()) return "it names no files";
  if (manifest.files.size() > kMostFiles)
    return "it names more than " + std::to_string(kMostFiles) + " files";
  std::set<std::string> names;
  for (const auto& file : manifest.files) {
    if (auto wrong = what_is_wrong(file); !wrong.empty()) return wrong;
    if (!names.insert(file.name).second) return for_people(file.name) + " is named twice";
  }
  return {};
}

bool belongs(const fs::directory_entry& entry) {
  const auto name = entry.path().filename().string();
  return entry.is_regular_file() && !name.starts_with('.') && name != kManifestName;
}

}  // namespace

bool is_file_name(std::string_view name) {
  if (name.empty() || name.size() > kLongestName || name.front() == '.') return false;
  // Bytes above 127 are parts of letters. Whether a plain char of theirs is negative depends on the
  // architecture.
  return std::ranges::none_of(
      name, [](unsigned char byte) { return byte == '/' || byte == '\\' || byte < ' ' || byte == 127; });
}

Result<ContentManifest, std::string> read_manifest(std::string_view text) {
  auto manifest = protocol::decode<ContentManifest>(text);
  if (!manifest) return fail(manifest.error().what);
  if (auto wrong = what_is_wrong(*manifest); !wrong.empty()) return fail(std::move(wrong));
  return std::move(*manifest);
}

Result<ContentManifest, std::string> make_manifest(const fs::path& folder) {
  std::error_code error;
  ContentManifest manifest;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (!belongs(entry)) continue;
    auto sum = sha256_of_file(entry.path());
    if (!sum) return fail(sum.error());
    manifest.files.push_back({entry.path().filename().string(), entry.file_size(), std::move(*sum)});
  }
  if (error) return fail(folder.string() + ": " + error.message());
  std::ranges::sort(manifest.files, {}, &ContentFile::name);
  if (auto wrong = what_is_wrong(manifest); !wrong.empty()) return fail(folder.string() + ": " + wrong);
  const auto decoded = protocol::decode<ContentManifest>(protocol::encode(manifest));
  if (decoded && *decoded != manifest)
    return fail(folder.string() + ": a file's name is no UTF-8; rename it");
  if (protocol::encode(manifest).size() > kMostManifestBytes)
    return fail(folder.string() + ": its list would be over 64 KiB; give the files shorter names");
  return manifest;
}

std::string write_manifest(const fs::path& folder, const ContentManifest& manifest) {
  const auto text = protocol::encode(manifest);
  const auto file = folder / kManifestName;
  const auto partial = folder / (std::string(".") + kManifestName);
  std::ofstream stream(partial, std::ios::binary | std::ios::trunc);
  stream << text;
  stream.close();
  if (!stream) throw std::system_error(errno, std::generic_category(), file.string());
  fs::rename(partial, file);
  return sha256_of(text);
}

std::uint64_t bytes_of(const ContentManifest& manifest) {
  std::uint64_t all = 0;
  for (const auto& file : manifest.files) all += file.bytes;
  return all;
}

}  // namespace panggil::content
