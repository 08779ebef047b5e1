#include "common/runtime/service.hpp"

#include "common/runtime/service_notify.hpp"

namespace panggil {

void run_service(EventLoop& loop, const std::function<void()>& goodbye) {
  try {
    loop.run();
  } catch (...) {
    goodbye();
    throw;
  }
  notify_stopping();
  goodbye();
}

}  // namespace panggil
