#include "display/media/decoder.hpp"

#include <poll.h>

#include <utility>

namespace panggil::display {

Decoder::Decoder() : thread_([this](const std::stop_token& stop) { work(stop); }) {}

Decoder::~Decoder() {
  thread_.request_stop();
  requests_.wake();
}

std::uint64_t Decoder::ask(std::filesystem::path file, unsigned width, unsigned height) {
  requests_.post({++asked_, std::move(file), width, height});
  return asked_;
}

void Decoder::work(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    pollfd waiting{requests_.fd(), POLLIN, 0};
    ::poll(&waiting, 1, -1);
    for (auto& request : requests_.take(1)) {
      auto picture = drawing::load_picture(request.file, request.width, request.height)
                         .map([](drawing::Pixels&& read) -> std::shared_ptr<const drawing::Pixels> {
                           return std::make_shared<const drawing::Pixels>(std::move(read));
                         });
      done_.post_always({request.number, std::move(picture)});
    }
  }
}

}  // namespace panggil::display
