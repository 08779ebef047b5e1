#include "common/content/manifest.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/content/sha256.hpp"
#include "common/protocol/codec.hpp"
#include "tests/support/temporary_directory.hpp"

namespace panggil::content {
namespace {
using ::testing::HasSubstr;

std::string manifest_with(const std::string& name, const std::string& sum = std::string(64, 'a')) {
  return R"({"files":[{"name":")" + name + R"(","bytes":3,"sha256":")" + sum + "\"}]}";
}
std::string complaint(const std::string& text) {
  const auto manifest = read_manifest(text);
  return manifest ? "none" : manifest.error();
}

TEST(AManifest, ListsWhatIsInAFolder) {
  const test::TemporaryDirectory folder;
  folder.write("b.png", "bb");
  folder.write("a b.mp4", "abc");
  folder.write(".hidden", "x");
  std::filesystem::create_directory(folder.path() / "more");
  const auto manifest = make_manifest(folder.path());
  ASSERT_TRUE(manifest) << manifest.error();
  ASSERT_EQ(manifest->files.size(), 2u);
  EXPECT_EQ(manifest->files[0].name, "a b.mp4");
  EXPECT_EQ(manifest->files[0].bytes, 3u);
  EXPECT_EQ(manifest->files[0].sha256, sha256_of("abc"));
  EXPECT_EQ(bytes_of(*manifest), 5u);
}

TEST(AManifest, IsReadAsItWasWritten) {
  const test::TemporaryDirectory folder;
  folder.write("a.png", "abc");
  const auto manifest = make_manifest(folder.path());
  const auto sum = write_manifest(folder.path(), *manifest);
  EXPECT_EQ(sum, sha256_of_file(folder.path() / kManifestName).value());
  EXPECT_EQ(read_manifest(protocol::encode(*manifest)).value(), *manifest);
  EXPECT_EQ(make_manifest(folder.path()).value(), *manifest) << "it is no part of itself";
}

TEST(AManifest, WithANameThatLeadsElsewhereIsRefused) {
  EXPECT_EQ(complaint(manifest_with("a.png")), "none");
  for (const auto* name : {"", ".", "..", "../a.png", "/etc/passwd", "a/b.png", "a/../../b.png", ".a.png",
                           "a\\\\b.png", "a\\nb.png", "a\\u0000.png", "manifest.json"})
    EXPECT_NE(complaint(manifest_with(name)), "none") << name;
  EXPECT_NE(complaint(manifest_with(std::string(121, 'a'))), "none");
  EXPECT_THAT(complaint(manifest_with("../a.png")), HasSubstr("\"../a.png\" is no name"));
}

TEST(AManifest, ThatMakesNoSenseIsRefused) {
  for (const auto* text :
       {"", "[]", "{}", R"({"files":[]})", R"({"files":{}})", R"({"files":[{"name":"a"}]})",
        R"({"files":[{"name":"a","bytes":-1,"sha256":""}]})"})
    EXPECT_NE(complaint(text), "none") << text;
  EXPECT_NE(complaint(manifest_with("a.png", std::string(64, 'g'))), "none");
  EXPECT_NE(complaint(manifest_with("a.png", "aa")), "none");
}

TEST(AManifest, NamesEachFileOnce) {
  const std::string file = R"({"name":"a.png","bytes":3,"sha256":")" + std::string(64, 'a') + "\"}";
  EXPECT_EQ(complaint("{\"files\":[" + file + "]}"), "none");
  EXPECT_THAT(complaint("{\"files\":[" + file + "," + file + "]}"), HasSubstr("twice"));
}

TEST(AManifest, IsOfSoManyFilesAtMost) {
  protocol::ContentManifest manifest;
  for (std::size_t index = 0; index <= kMostFiles; ++index)
    manifest.files.push_back({std::to_string(index), 1, std::string(64, 'a')});
  EXPECT_THAT(complaint(protocol::encode(manifest)), HasSubstr("more than 400"));
  manifest.files.pop_back();
  EXPECT_EQ(complaint(protocol::encode(manifest)), "none");
}

TEST(AFileName, HasLettersOfAnyLanguageAndNoControlCharacters) {
  EXPECT_TRUE(is_file_name("senyum-\xc3\xa9\xc3\xbf.png"));
  for (const std::string_view bad : {"a\nb", "a\x1f", "\x7f", "a/b", "a\\b", ".a", ""})
    EXPECT_FALSE(is_file_name(bad)) << bad;
}

TEST(AManifest, IsNotMadeOfWhatItCouldNotName) {
  const test::TemporaryDirectory folder;
  EXPECT_THAT(make_manifest(folder.path()).error(), HasSubstr("names no files"));
  folder.write("a\xff.png", "abc");
  EXPECT_THAT(make_manifest(folder.path()).error(), HasSubstr("no UTF-8"));
  EXPECT_THAT(make_manifest(folder.path() / "none").error(), HasSubstr("No such file"));
}

}  // namespace
}  // namespace panggil::content
