#include "display/content/http.hpp"

#include <curl/curl.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <utility>

#include "common/base/version.hpp"

namespace panggil::display {
namespace {

constexpr long kToConnectSeconds = 10;
constexpr long kSlowest = 64;  // bytes a second, over kSlowForSeconds: less is a server that hangs
constexpr long kSlowForSeconds = 30;
constexpr std::size_t kLongestUrl = 1024;

/// Where what comes goes, until it is more than was promised.
struct Sink {
  std::uint64_t left;
  std::function<bool(std::string_view)> put;
  bool too_much = false;
  bool failed = false;

  static std::size_t take(char* bytes, std::size_t size, std::size_t count, void* self) {
    auto& sink = *static_cast<Sink*>(self);
    const std::string_view piece(bytes, size * count);
    sink.too_much = piece.size() > sink.left;
    if (sink.too_much) return 0;
    sink.left -= piece.size();
    sink.failed = !sink.put(piece);
    return sink.failed ? 0 : piece.size();
  }
};

/// Closed with this object.
struct OpenFile {
  int fd;
  explicit OpenFile(const std::filesystem::path& file)
      : fd(open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0640)) {}
  ~OpenFile() {
    if (fd >= 0) close(fd);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  bool put(std::string_view bytes) const {
    while (!bytes.empty()) {
      const auto written = write(fd, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
  }
  bool begin_anew() const { return ftruncate(fd, 0) == 0 && lseek(fd, 0, SEEK_SET) == 0; }
};

bool is_plain(char letter) {
  return letter > ' ' && letter < 127 && std::string_view("\"<>\\^`{|}?#@").find(letter) == std::string::npos;
}

}  // namespace

struct Http::Way {
  Stop stop;
  CURL* handle = curl_easy_init();

  explicit Way(Stop given) : stop(std::move(given)) {
    if (handle == nullptr) throw std::runtime_error("libcurl does not start");
  }
  ~Way() { curl_easy_cleanup(handle); }
  Way(const Way&) = delete;
  Way& operator=(const Way&) = delete;

  static int ask(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return static_cast<Way*>(self)->stop() ? 1 : 0;
  }

  void prepare(const std::string& url) {
    curl_easy_reset(handle);  // the connection stays
    curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);  // where to is the announcement's word alone
    curl_easy_setopt(handle, CURLOPT_FAILONERROR, 1L);
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_USERAGENT, ("panggil-display/" + std::string(kVersion)).c_str());
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, kToConnectSeconds);
    curl_easy_setopt(handle, CURLOPT_LOW_SPEED_LIMIT, kSlowest);
    curl_easy_setopt(handle, CURLOPT_LOW_SPEED_TIME, kSlowForSeconds);
    curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, &Way::ask);
    curl_easy_setopt(handle, CURLOPT_XFERINFODATA, this);
  }

  CURLcode get(const std::string& url, Sink& sink, std::uint64_t from) {
    prepare(url);
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, &Sink::take);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, &sink);
    curl_easy_setopt(handle, CURLOPT_RESUME_FROM_LARGE, static_cast<curl_off_t>(from));
    const auto code = curl_easy_perform(handle);
    // What is elsewhere is not looked for there.
    return code == CURLE_OK && status() / 100 != 2 ? CURLE_HTTP_RETURNED_ERROR : code;
  }

  long status() const {
    long code = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &code);
    return code;
  }

  Failure failure(const std::string& url, CURLcode code, const Sink& sink) const {
    if (code == CURLE_ABORTED_BY_CALLBACK) return {Fault::kStopped, "stopped"};
    if (sink.too_much) return {Fault::kTooLarge, url + " is larger than it was said to be"};
    if (sink.failed)
      return {Fault::kTryAgain, "nothing can be written here: " + std::string(std::strerror(errno))};
    if (code == CURLE_HTTP_RETURNED_ERROR)
      return {Fault::kTryAgain, url + ": the server says " + std::to_string(status())};
    return {Fault::kTryAgain, url + ": " + curl_easy_strerror(code)};
  }
};

Http::Http(Stop stop) : way_(std::make_unique<Way>(std::move(stop))) {}
Http::~Http() = default;

Result<std::string, Http::Failure> Http::text(const std::string& url, std::size_t most) {
  std::string text;
  Sink sink{most, [&](std::string_view piece) {
              text += piece;
              return true;
            }};
  if (const auto code = way_->get(url, sink, 0); code != CURLE_OK)
    return fail(way_->failure(url, code, sink));
  return text;
}

Result<void, Http::Failure> Http::file(const std::string& url, const std::filesystem::path& file,
                                       std::uint64_t bytes) {
  const OpenFile open(file);
  if (open.fd < 0)
    return fail(Failure{Fault::kTryAgain, file.string() + " cannot be written: " + std::strerror(errno)});
  auto there = static_cast<std::uint64_t>(std::max<off_t>(lseek(open.fd, 0, SEEK_END), 0));
  if (there > bytes && open.begin_anew()) there = 0;
  if (there == bytes) return {};
  Sink sink{bytes - there, [&](std::string_view piece) { return open.put(piece); }};
  auto code = way_->get(url, sink, there);
  // A server that only sends whole files says so before it sends anything.
  if (code == CURLE_RANGE_ERROR || (code == CURLE_HTTP_RETURNED_ERROR && way_->status() == 416)) {
    open.begin_anew();
    sink.left = bytes;
    code = way_->get(url, sink, 0);
  }
  if (code != CURLE_OK) return fail(way_->failure(url, code, sink));
  if (sink.left > 0) return fail(Failure{Fault::kTryAgain, url + " is shorter than it was said to be"});
  return {};
}

bool is_fetchable(std::string_view url) {
  if (url.size() > kLongestUrl || !std::ranges::all_of(url, is_plain)) return false;
  const auto scheme = url.starts_with("http://") ? 7U : url.starts_with("https://") ? 8U : 0U;
  if (scheme == 0) return false;
  const auto path = url.find('/', scheme);
  return path != std::string_view::npos && path > scheme && url.back() != '/';
}

std::string beside(const std::string& url, std::string_view name) {
  std::string address = url.substr(0, url.rfind('/') + 1);
  for (const char letter : name) {
    const bool harmless = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                          (letter >= '0' && letter <= '9') || letter == '.' || letter == '-' || letter == '_';
    if (harmless) {
      address += letter;
      continue;
    }
    constexpr std::string_view kHex = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(letter);
    address += {'%', kHex[byte >> 4U], kHex[byte & 0xFU]};
  }
  return address;
}

}  // namespace panggil::display
