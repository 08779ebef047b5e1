/// \file
/// Every "no" of the core, each with its entry of the text catalogues and the facts that go into it. The only
/// place that names them.
#pragma once

#include "dispatcher/core/command.hpp"
#include "dispatcher/core/state.hpp"

namespace panggil::core::refusals {

/// `refused.forbidden` {client}: the role may not do this at all.
Rejection forbidden(const Actor& actor);
/// `refused.not_at_counter` {client, counter}: it may, but not there.
Rejection not_at_counter(const Actor& actor, const CounterId& counter);
/// `refused.which_counter` {client}: the actor may act at several counters, or at any, and has named none.
Rejection which_counter(const Actor& actor);
/// `refused.unknown_counter` {counter}
Rejection unknown_counter(const CounterId& counter);
/// `refused.unknown_service` {service}
Rejection unknown_service(const ServiceId& service);
/// `refused.unknown_class` {class} {classes}
Rejection unknown_class(const ClassId& ticket_class, const std::vector<ClassId>& known);
/// `refused.unknown_ticket` {ticket}
Rejection unknown_ticket(const TicketNumber& ticket);
/// `refused.conflict` {counter, ticket, expected}, or where one of the tickets is none:
/// `refused.conflict_none` {counter, expected}, `refused.conflict_unexpected` {counter, ticket}. \pre the two
/// differ.
Rejection conflict(const CounterId& counter, const std::optional<TicketNumber>& current,
                   const Expect& expected);
/// `refused.counter_closed` or `refused.counter_paused` {counter}
/// \pre the counter is not open.
Rejection counter_closed(const CounterId& counter, CounterState state);
/// `refused.transfer_closed` {counter}: behind a closed counter nobody would call the ticket.
Rejection destination_closed(const CounterId& counter);
/// `refused.has_current_ticket` {counter, ticket}
Rejection has_current_ticket(const CounterId& counter, const TicketNumber& ticket);
/// `refused.no_current_ticket` {counter}
Rejection no_current_ticket(const CounterId& counter);
/// `refused.is_waiting`, `refused.is_called`, … {ticket, counter}: the ticket's state does not allow it.
/// `counter` is where it is or was last, `–` if nowhere.
Rejection wrong_state(const Ticket& ticket);
/// `refused.not_taken_here` {ticket, counter, service}: forbidden, as the counter does not take the ticket's
/// service.
Rejection not_taken_here(const Ticket& ticket, const CounterId& counter);
/// `refused.service_closed` {service}, or where it opens again `refused.service_closed.until`, to which
/// {opens_at} is added where the office's clock is known.
Rejection service_closed(const ServiceId& service, const std::optional<WallTime>& opens_at);
/// The same for `refused.last_ticket_taken` {service}: the service works on, but gives out no more tickets
/// this day.
Rejection last_ticket_taken(const ServiceId& service, const std::optional<WallTime>& opens_at);
/// `refused.service_suspended` {service}
Rejection service_suspended(const ServiceId& service);
/// `refused.quota_full` {service, quota}
Rejection quota_full(const ServiceId& service, int quota);
/// `refused.series_exhausted` {service, prefix}
Rejection series_exhausted(const Service& service);
/// `refused.nothing_to_undo` {counter}
Rejection nothing_to_undo(const CounterId& counter);
/// `refused.unknown_area` {area}
Rejection unknown_area(const AreaId& area);
/// `refused.unknown_notice` {notice}
Rejection unknown_notice(const NoticeId& notice);
/// `refused.notice_over`: its `until` has passed.
Rejection notice_over();
/// `refused.notice_without_text`: none in a language of the office.
Rejection notice_without_text();
/// `refused.too_many_notices` {most}
Rejection too_many_notices(std::size_t most);
/// `refused.service_in_use` {ticket, service}, `refused.class_in_use` {ticket, class} and
/// `refused.counter_in_use` {ticket, counter}: the office's file takes away what an open ticket needs.
Rejection service_in_use(const Ticket& ticket);
Rejection class_in_use(const Ticket& ticket);
Rejection counter_in_use(const Ticket& ticket, const CounterId& counter);
/// `refused.counter_not_closed` {counter}: the file takes it away.
Rejection counter_not_closed(const CounterId& counter);
/// `refused.fixed_while_running` {key}: of the office's file.
Rejection fixed_while_running(const std::string& key);
/// `refused.other_site` {site, other}
Rejection other_site(const SiteId& site, const SiteId& other);

}  // namespace panggil::core::refusals
