/// \file
/// The lists of the office's file. Each reader needs what its entries refer to in `office` already, and adds
/// its own.
#pragma once

#include "common/settings/yaml_reader.hpp"
#include "dispatcher/core/office.hpp"

namespace panggil::settings {

/// More of anything would not fit into one message of the wire.
inline constexpr std::size_t kMostAreas = 20;
inline constexpr std::size_t kMostServices = 50;
inline constexpr std::size_t kMostCounters = 100;
inline constexpr std::size_t kMostDevices = 500;

/// How long before the day's last closing the last ticket may be taken; nothing where the node is absent.
std::optional<std::chrono::minutes> read_last_ticket(const Node& node);
/// `- {id: hall, name: {…}}`
void read_areas(const Node& list, core::Office& office);
/// `- {id: cs, name: {…}, prefix: A, hours?: {…}, holidays?: […], days?: […], last_ticket?: 30min, quota?:
/// 500 or {service_time: 6min, measured_days?: 20}, max_wait?: 45min, target_wait?: 15min, then?:
/// interview}`; after the ticket numbers. `then` may name a service further down; a path that ends where it
/// began is a fault.
void read_services(const Node& list, core::Office& office);
/// `- {id: 3, label?: {…}, areas?: [hall], services: [cs]}`; the only area may be left away. After areas and
/// services.
void read_counters(const Node& list, core::Office& office);
/// `{after_recalls?: 3, after_minutes?: 10}`; may be absent.
core::NoShowRule read_no_show(const Node& map);
/// `counter-hall: {role?: counter, counters?: [1, 2]}`; after the counters. May be absent.
void read_devices(const Node& map, core::Office& office);

}  // namespace panggil::settings
