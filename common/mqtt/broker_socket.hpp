/// \file
/// Options on the socket to the broker, which Paho neither sets nor hands out, and libmosquitto hands out
/// only.
#pragma once

#include <cstdint>

namespace panggil::mqtt {

/// Any thread; throws nothing.
///  - TCP_NODELAY: without it a QoS 1 request and its answer take 88 ms instead of 0.3 (Nagle against delayed
///  ACK).
///  - TCP_USER_TIMEOUT 3 s: what is sent and not acknowledged by the other machine for that long ends the
///  connection;
///    by itself TCP would try for a quarter of an hour.
///  - close-on-exec: a child process would keep the connection open after our end.
///  - SO_KEEPALIVE after 2 s of silence: so that the above also holds for one who only listens.
void set_socket_options(int fd);

/// Sets them on every connected TCP socket of this process whose peer has that port; how many there were.
/// Finds them in /proc/self/fd. Any thread; throws nothing.
int set_broker_socket_options(std::uint16_t port);

}  // namespace panggil::mqtt
