#!/usr/bin/env bash
# A client nobody here wrote follows a ticket: mosquitto_pub, mosquitto_sub and mosquitto_rr, as docs/protocol.md shows.
#
#   ticket_with_mosquitto_clients.sh DISPATCHER OFFICE_DIR
set -euo pipefail
[ $# = 2 ] || { sed -n '2,4p' "$0" >&2; exit 2; }
dispatcher=$1 office=$2
root=panggil/v1/cirebon
folder=$(mktemp -d)
children=()
: >"$folder/seen"

finish() {
  local status=$?
  trap - EXIT
  [ "${#children[@]}" = 0 ] || kill "${children[@]}" 2>/dev/null || true
  wait || true
  if [ "$status" != 0 ]; then
    echo "--- the dispatcher's log" && cat "$folder/dispatcher.log"
    echo "--- what was seen" && sed '/\/beat /d' "$folder/seen"
  fi
  rm -rf "$folder"
  exit "$status"
}
trap finish EXIT

fail() { echo "FAILED: $*" >&2; exit 1; }

# within SECONDS COMMAND…: until it succeeds.
within() {
  local until=$((SECONDS + $1))
  shift
  until "$@"; do
    [ "$SECONDS" -lt "$until" ] || fail "not in time: $*"
    sleep 0.1
  done
}

start_broker() {
  local attempt
  for attempt in 1 2 3 4 5; do
    port=$((20000 + (RANDOM + attempt) % 10000))
    printf 'listener %s 127.0.0.1\nallow_anonymous true\npersistence false\nuser root\nset_tcp_nodelay true\nlog_type error\n' \
      "$port" >"$folder/mosquitto.conf"
    PATH=$PATH:/usr/sbin mosquitto -c "$folder/mosquitto.conf" 2>>"$folder/dispatcher.log" &
    broker=$!
    for _ in {1..50}; do
      # Ours, and not somebody else's on that port, if it still runs once the port answers.
      if (: >"/dev/tcp/127.0.0.1/$port") 2>/dev/null && kill -0 "$broker" 2>/dev/null; then
        children+=("$broker")
        return
      fi
      kill -0 "$broker" 2>/dev/null || break
      sleep 0.05
    done
  done
  fail "no broker came up"
}

ask() {  # ask CLIENT ACTION PAYLOAD
  mosquitto_rr -h 127.0.0.1 -p "$port" -V mqttv5 -q 1 -W 8 -D publish message-expiry-interval 5 \
    -t "$root/cmd/$1/$2" -e "$root/reply/$1" -m "$3"
}
# says WHAT ANSWER PART…: every PART stands in ANSWER.
says() {
  local what=$1 answer=$2 part
  shift 2
  for part in "$@"; do
    [[ $answer == *"$part"* ]] || fail "$what: expected $part in $answer"
  done
  echo "ok: $what"
}
retained() { mosquitto_sub -h 127.0.0.1 -p "$port" -V mqttv5 -C 1 -W 2 -t "$root/$1" 2>/dev/null; }
online() { [[ $(retained status) == *'"state":"online"'* ]]; }
seen() { grep -qF "$1" "$folder/seen"; }
count() { grep -cF "$1" "$folder/seen" || true; }

start_broker
"$dispatcher" --office "$office" --state "$folder/state" --broker "tcp://127.0.0.1:$port" \
  --clock 2026-11-23T08:30:00+07:00 --clock-speed 1 >>"$folder/dispatcher.log" 2>&1 &
children+=($!)
within 10 online
mosquitto_sub -h 127.0.0.1 -p "$port" -V mqttv5 -q 1 -v -t "$root/#" >"$folder/seen" &
children+=($!)
within 5 seen "$root/office"

# Which service a kiosk offers first, who takes it, and which area hears of it.
service=$(retained office | sed -E 's/.*"services":\[\{"service":"([^"]+)".*/\1/')
counter=$(retained office | sed -E 's/.*"counters":\[(.*)/\1/; s/\},\{/\n/g' |
  grep -E "\"services\":\[[^]]*\"$service\"" | head -n 1 | sed -E 's/.*"counter":"([^"]+)".*/\1/')
officer=counter-$counter

answer=$(ask kiosk-1 issue "{\"id\":\"a1\",\"service\":\"$service\"}")
ticket=$(sed -E 's/.*"ticket":"([^"]+)".*/\1/' <<<"$answer")
says "a ticket is issued" "$answer" '"id":"a1"' '"ok":true' '"position":1' '"ahead":0'
says "the same id, the same answer" "$(ask kiosk-1 issue "{\"id\":\"a1\",\"service\":\"$service\"}")" "$answer"
within 5 seen "$root/queue/$service {\"seq\":"
says "one waits" "$(retained "queue/$service")" '"waiting":1'

says "the counter opens" "$(ask "$officer" open '{"id":"b1","officer":"o-12"}')" '"ok":true' '"state":"open"'
beat=$(mosquitto_sub -h 127.0.0.1 -p "$port" -V mqttv5 -C 1 -t "$root/beat")
lease=$(sed -E 's/.*("epoch":"[^"]*").*("mono_ms":[0-9]+).*/{\1,\2}/' <<<"$beat")
answer=$(ask "$officer" next "{\"id\":\"b2\",\"expect\":{\"ticket\":null},\"lease\":$lease}")
says "next calls it" "$answer" '"ok":true' "\"called\":{\"ticket\":\"$ticket\"" '"call":1' '"waiting":0'
within 5 seen "$root/event/ticket-called"
within 5 seen "\"kind\":\"call\""
says "the same press again calls nobody" "$(ask "$officer" next '{"id":"b2","expect":{"ticket":null}}')" "$answer"
says "another press that expects nobody there" "$(ask "$officer" next '{"id":"b3","expect":{"ticket":null}}')" \
  '"ok":false' '"code":"conflict"' "\"current\":{\"ticket\":\"$ticket\"}"
says "the counter's state" "$(retained "counter/$counter")" "\"ticket\":{\"ticket\":\"$ticket\"" '"state":"called"'
[ "$(count "$root/event/ticket-called")" = 1 ] || fail "called more than once"

old=$(sed -E 's/"mono_ms":[0-9]+/"mono_ms":0/' <<<"$lease")
says "a press from long ago" "$(ask "$officer" complete "{\"id\":\"b4\",\"lease\":$old}")" '"code":"stale"'
says "no JSON" "$(ask "$officer" complete 'complete please')" '"id":null' '"code":"bad_request"'
says "no such action" "$(ask "$officer" dance '{"id":"b5"}')" '"code":"unknown_action"'
says "not a kiosk's to do" "$(ask kiosk-1 complete '{"id":"a2"}')" '"code":"forbidden"'

mosquitto_pub -h 127.0.0.1 -p "$port" -V mqttv5 -q 1 -r -t "$root/cmd/$officer/complete" -m '{"id":"b6"}'
head -c 8193 /dev/zero | tr '\0' ' ' | sed "1s/^ \{11\}/{\"id\":\"b7\"}/" >"$folder/large"
[ "$(wc -c <"$folder/large")" = 8193 ] || fail "the large command should have 8193 bytes"
mosquitto_pub -h 127.0.0.1 -p "$port" -V mqttv5 -q 1 -t "$root/cmd/$officer/complete" -f "$folder/large"
sleep 0.5
left=$(mosquitto_sub -h 127.0.0.1 -p "$port" -V mqttv5 --retained-only -W 1 -t "$root/cmd/#" || true)
[ -z "$left" ] || fail "a retained command was left at the broker"
says "neither a retained nor a large command is done" "$(retained "counter/$counter")" "\"ticket\":{\"ticket\":\"$ticket\""
for id in b6 b7; do ! grep -F "$root/reply/" "$folder/seen" | grep -qF "\"$id\"" || fail "$id was answered"; done

says "it is completed" "$(ask "$officer" complete "{\"id\":\"b8\",\"expect\":{\"ticket\":\"$ticket\"},\"final\":true}")" \
  '"ok":true' '"state":"completed"'
says "nobody is there" "$(retained "counter/$counter")" '"ticket":null'
within 5 seen "$root/event/ticket-completed"
echo "all well"
