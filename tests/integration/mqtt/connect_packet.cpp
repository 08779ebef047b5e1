#include "tests/integration/mqtt/connect_packet.hpp"

#include <stdexcept>

namespace panggil::test {
namespace {

class Reader {
 public:
  explicit Reader(const std::string& bytes) : bytes_(bytes) {}

  std::uint32_t number(int width) {
    std::uint32_t value = 0;
    for (int i = 0; i < width; ++i) value = value << 8 | byte();
    return value;
  }
  std::uint32_t variable_number() {
    std::uint32_t value = 0;
    for (int shift = 0; shift < 28; shift += 7) {
      const auto part = byte();
      value |= (part & 0x7fU) << shift;
      if (part < 0x80) return value;
    }
    throw std::runtime_error("variable byte integer of more than four bytes");
  }
  std::string text() {
    const auto size = number(2);
    if (at_ + size > bytes_.size()) throw std::runtime_error("the packet ends within a text");
    at_ += size;
    return bytes_.substr(at_ - size, size);
  }
  std::map<int, std::uint32_t> properties() {
    std::map<int, std::uint32_t> found;
    const auto end = variable_number();
    for (const auto stop = at_ + end; at_ < stop;) {
      const auto identifier = byte();
      found[static_cast<int>(identifier)] = number(width_of(identifier));
    }
    return found;
  }

 private:
  std::uint32_t byte() {
    if (at_ >= bytes_.size()) throw std::runtime_error("the packet ends too early");
    return static_cast<unsigned char>(bytes_[at_++]);
  }
  static int width_of(std::uint32_t identifier) {
    switch (identifier) {
      case 0x01:
      case 0x17:
      case 0x19:
        return 1;
      case 0x21:
      case 0x22:
        return 2;
      case 0x02:
      case 0x11:
      case 0x18:
      case 0x27:
        return 4;
      default:
        throw std::runtime_error("unexpected property " + std::to_string(identifier));
    }
  }

  const std::string& bytes_;
  std::size_t at_ = 0;
};

}  // namespace

ConnectPacket parse_connect(const std::string& bytes) {
  Reader reader(bytes);
  if (reader.number(1) != 0x10) throw std::runtime_error("no CONNECT");
  reader.variable_number();
  if (reader.text() != "MQTT") throw std::runtime_error("no MQTT");
  ConnectPacket packet;
  packet.version = static_cast<int>(reader.number(1));
  const auto flags = reader.number(1);
  packet.clean_start = (flags & 0x02) != 0;
  packet.keep_alive_s = static_cast<std::uint16_t>(reader.number(2));
  packet.properties = reader.properties();
  packet.client = reader.text();
  if ((flags & 0x04) != 0) {
    packet.will.emplace();
    packet.will->properties = reader.properties();
    packet.will->topic = reader.text();
    packet.will->payload = reader.text();
    packet.will->qos = static_cast<int>(flags >> 3 & 3);
    packet.will->retain = (flags & 0x20) != 0;
  }
  if ((flags & 0x80) != 0) packet.user = reader.text();
  if ((flags & 0x40) != 0) packet.password = reader.text();
  return packet;
}

}  // namespace panggil::test
