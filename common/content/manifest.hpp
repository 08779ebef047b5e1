/// \file
/// What belongs to a set of pictures and videos: its list, `manifest.json`, made where the set is made and
/// checked where it is fetched. Nothing in a list that somebody else has made is believed.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "common/base/result.hpp"
#include "common/protocol/message/content.hpp"

namespace panggil::content {

inline constexpr auto kManifestName = "manifest.json";
inline constexpr std::size_t kMostManifestBytes = std::size_t{64} * 1024;
inline constexpr std::size_t kMostFiles = 400;

/// One level, not hidden, nothing that a terminal or a file system would take for something else: a name that
/// can only mean a file of the folder that it is put into.
bool is_file_name(std::string_view name);

/// Of a text that anybody may have written. The error says what is wrong with it.
Result<protocol::ContentManifest, std::string> read_manifest(std::string_view text);

/// Of the files of a folder, by their names; folders in it and hidden files are no part of it. The error says
/// what has to be changed.
Result<protocol::ContentManifest, std::string> make_manifest(const std::filesystem::path& folder);

/// Writes `manifest.json` into the folder, as a whole or not at all, and returns its SHA-256: by that the set
/// is known. \throws std::system_error
std::string write_manifest(const std::filesystem::path& folder, const protocol::ContentManifest& manifest);

std::uint64_t bytes_of(const protocol::ContentManifest& manifest);

}  // namespace panggil::content
