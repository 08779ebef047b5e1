/// \file
/// Scenes that a display may have to show, the worst ones included.
#pragma once

#include <string>
#include <vector>

#include "display/model/scene.hpp"

namespace panggil::display {

inline Scene busy_scene() {
  Scene scene;
  scene.office = "Kantor Imigrasi Cirebon";
  scene.area = "Ruang tunggu";
  scene.clock = "09:14";
  scene.link = LinkState::kFresh;
  scene.live = CalledTicket{9, "A017", {"Loket", "3"}};
  scene.recent = {{8, "B005", {"Loket", "4"}}, {7, "A016", {"Loket", "1"}}, {6, "C102", {"Loket", "7"}},
                  {5, "A015", {"Loket", "2"}}, {4, "A014", {"Loket", "2"}}, {3, "A013", {"Loket", "1"}}};
  scene.services = {{"Layanan pelanggan", 11, WaitBand{15, 25}},
                    {"Wawancara dan foto", 24, WaitBand{45, 80}},
                    {"Pengambilan paspor", 3}};
  return scene;
}

/// Tickets are stopped for one service, and used up for another.
inline Scene without_tickets_scene() {
  Scene scene = busy_scene();
  scene.services[1] = {"Wawancara dan foto", 24, {}, "suspended"};
  scene.services[2] = {"Pengambilan paspor", 3, {}, "full"};
  return scene;
}

/// Everything as long as it may legally be, and old.
inline Scene longest_scene() {
  Scene scene = busy_scene();
  scene.office = "Kantor Imigrasi Kelas I Non TPI Tanjungpinang";
  scene.live = CalledTicket{9, "Z9999", {"Loket Pembayaran", "12"}};
  for (auto& row : scene.recent) {
    row.ticket = "Z9999";
    row.counter = {"Loket Pembayaran", "12"};
  }
  for (auto& service : scene.services) {
    service.waiting = 888;
    service.wait = {240, 330};
  }
  scene.link = LinkState::kStale;
  scene.clock = "09:16";
  scene.last_data = "09:14";
  return scene;
}

inline Scene calm_scene() {
  Scene scene = busy_scene();
  scene.live.reset();
  scene.recent.clear();
  return scene;
}

inline Scene closed_scene() {
  Scene scene = calm_scene();
  scene.closed = true;
  scene.clock = "07:30";
  scene.opens = Opening{{}, 0, "08:00"};
  scene.services.clear();
  return scene;
}

/// On a Saturday evening.
inline Scene weekend_scene() {
  using namespace std::chrono;
  Scene scene = closed_scene();
  scene.clock = "17:02";
  scene.opens = Opening{2026y / November / 30, 2, "08:00"};
  return scene;
}

inline Scene lost_scene() {
  Scene scene = busy_scene();
  scene.link = LinkState::kLost;
  scene.recent.insert(scene.recent.begin(), *scene.live);
  scene.live.reset();
  scene.clock = "09:21";
  scene.last_data = "09:14";
  return scene;
}

inline Scene information_scene() {
  Scene scene = busy_scene();
  scene.notices = {{Level::kInformation, "Foto paspor kini langsung di loket. Tidak perlu membawa pasfoto."}};
  scene.stage = Stage::kInformation;
  return scene;
}

inline Scene warning_scene() {
  Scene scene = information_scene();
  scene.notices.insert(
      scene.notices.begin(),
      {Level::kWarning, "Sistem paspor sedang lambat. Waktu tunggu bisa lebih lama dari biasanya."});
  scene.stage = Stage::kWarning;
  return scene;
}

inline Scene emergency_scene() {
  Scene scene = warning_scene();
  scene.emergencies = {{Level::kEmergency,
                        "Harap segera keluar gedung lewat pintu darurat. Ikuti petunjuk petugas.",
                        "Please leave the building by the emergency exits now. Follow the staff."}};
  scene.stage = Stage::kEmergency;
  return scene;
}

inline Scene desk_scene(const std::string& ticket, const std::string& state,
                        const Label& counter = {"Loket", "3"}) {
  Scene scene = busy_scene();
  scene.desk = CounterLine{counter, state, ticket};
  return scene;
}

/// As long as a notice may be.
inline std::string longest_notice() {
  std::string text;
  while (text.size() < 240) text += "Pemberitahuan tentang pelayanan ";
  return text + "paspor hari ini";
}

inline std::vector<Scene> every_scene() {
  std::vector<Scene> scenes = {Scene{}, busy_scene(), longest_scene(), calm_scene()};
  scenes.push_back(closed_scene());
  scenes.push_back(weekend_scene());
  scenes.back().opens->days_off = 12;
  scenes.push_back(closed_scene());
  scenes.back().opens.reset();
  Scene lost = longest_scene();
  lost.link = LinkState::kLost;
  lost.live.reset();
  scenes.push_back(lost);
  scenes.push_back(without_tickets_scene());
  for (auto& service : scenes.back().services) service = {service.name, 888, {}, "suspended"};
  Scene many = busy_scene();
  for (int more = 0; more < 9; ++more)
    many.services.push_back({"Pelayanan nomor " + std::to_string(more), 5});
  scenes.push_back(many);
  Scene words = longest_scene();
  for (auto& row : words.recent) row.word_matters = true;
  scenes.push_back(words);
  Scene without_numbers = busy_scene();
  without_numbers.live->counter = {"", "Pengambilan"};
  for (auto& row : without_numbers.recent) row.counter = {"", "Kasir"};
  without_numbers.services.resize(1);
  scenes.push_back(without_numbers);
  for (const auto& scene :
       {lost_scene(), information_scene(), warning_scene(), emergency_scene(),
        desk_scene("Z9999", "open", {"Loket Pembayaran", "12"}), desk_scene("", "paused")})
    scenes.push_back(scene);
  Scene notices = warning_scene();
  notices.notices.front().text = longest_notice();
  scenes.push_back(notices);
  notices.notices.erase(notices.notices.begin());
  notices.notices.front().text = longest_notice();
  scenes.push_back(notices);
  Scene emergencies = emergency_scene();
  for (auto& text : {&emergencies.emergencies[0].text, &emergencies.emergencies[0].other})
    *text = longest_notice();
  for (int more = 0; more < 3; ++more) emergencies.emergencies.push_back(emergencies.emergencies[0]);
  scenes.push_back(emergencies);
  return scenes;
}

}  // namespace panggil::display
