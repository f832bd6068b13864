# Folders, ports and processes of one start: everything is this start's own, so that several can go side by side.

PIDS=()
COMMAND_PID=

make_folders() {
  # /var/tmp is an ordinary disk everywhere: directory and database are durable, as in production. Mail is in memory.
  ROOT=$(mktemp -d /var/tmp/muster.XXXXXX) || die "no temporary folder below /var/tmp"
  MAIL=$(mktemp -d /dev/shm/muster.XXXXXX) || die "no temporary folder below /dev/shm"
  SLAPD=$ROOT/slapd DATABASE=$ROOT/mariadb DOVECOT=$ROOT/dovecot CYRUS=$ROOT/cyrus POSTFIX=$ROOT/postfix
  TLS=$ROOT/tls CONFIG=$ROOT/config
  mkdir "$SLAPD" "$DATABASE" "$DOVECOT" "$CYRUS" "$POSTFIX" "$TLS" "$CONFIG"
  chmod 755 "$ROOT" "$MAIL" "$TLS"
  chmod 700 "$CONFIG"
  SECRET=secret
}

# A start holds the lock of one slot of 20 ports, below the range that the kernel hands out to clients.
take_ports() {
  local slot base
  mkdir -p /tmp/muster-ports
  for slot in $(shuf -i 0-499); do
    base=$((20000 + slot * 20))
    exec {SLOT}>"/tmp/muster-ports/$slot"
    flock -n "$SLOT" && is_free "$base" && break
    exec {SLOT}>&-
    base=
  done
  [[ -n $base ]] || die "no free ports between 20000 and 30000"
  LDAP_PORT=$base LDAPS_PORT=$((base + 1)) DB_PORT=$((base + 2)) IMAP_PORT=$((base + 3)) IMAPS_PORT=$((base + 4))
  DOVEADM_PORT=$((base + 5)) CYRUS_PORT=$((base + 6)) CYRUS_LMTP_PORT=$((base + 7)) CYRUS_IMAPS_PORT=$((base + 8))
}

is_free() {
  local port
  for ((port = $1; port < $1 + 9; port++)); do
    is_open "$port" && return 1
  done
  return 0
}

is_open() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# fill FILE: the file with each @NAME@ replaced by the variable of that name
fill() {
  local name script=
  for name in SLAPD DATABASE DOVECOT CYRUS CYRUS_ROOT POSTFIX POSTFIX_ROOT MAIL TLS SECRET LDAP_PORT DB_PORT IMAP_PORT \
    IMAPS_PORT DOVEADM_PORT CYRUS_PORT CYRUS_IMAPS_PORT CYRUS_LMTP_PORT DOVEADM_API_KEY; do
    script+="s|@$name@|${!name-}|g;"
  done
  sed "$script" "$1"
}

make_certificates() {
  local subject=/O=Muster
  {
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 30 -subj "$subject/CN=Muster samples" \
      -keyout "$TLS/ca.key" -out "$TLS/ca.pem" &&
      openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj "$subject/CN=localhost" \
        -keyout "$TLS/server.key" -out "$TLS/server.csr" &&
      openssl x509 -req -in "$TLS/server.csr" -CA "$TLS/ca.pem" -CAkey "$TLS/ca.key" -CAcreateserial -days 30 \
        -extfile <(echo "subjectAltName=DNS:localhost,IP:127.0.0.1") -out "$TLS/server.pem"
  } >"$TLS/openssl.log" 2>&1 || die "openssl: $(tail -3 "$TLS/openssl.log")"
  # Each server reads the key under its own user; the key is worth nothing outside this start.
  chmod 644 "$TLS/server.key"
}

# spawn NAME COMMAND...: a process group of its own, that holds neither our output nor our slot
spawn() {
  local name=$1
  shift
  setsid "$@" </dev/null >"$ROOT/$name.log" 2>&1 {SLOT}>&- {GUARD}>&- &
  PIDS+=($!)
  echo "$!" >&"$GUARD"
}

# A process in a session of its own that does our cleaning up should we be killed without being able to.
start_guard() {
  exec {GUARD}> >(ROOT=$ROOT MAIL=$MAIL exec setsid bash -c "$(declare -f guard stop_all); guard" >/dev/null 2>&1 {SLOT}>&-)
}

guard() {
  local line PIDS=()
  while read -r line; do
    [[ $line == done ]] && exit
    PIDS+=("$line")
  done
  stop_all
  rm -rf "$ROOT" "$MAIL"
}

# await NAME CONDITION...: until the condition holds, 30 s at most
await() {
  local name=$1 deadline=$((SECONDS + 30))
  shift
  until "$@" >/dev/null 2>&1; do
    ((SECONDS < deadline)) || fail_to_start "$name"
    sleep 0.05
  done
}

fail_to_start() {
  tail -n 20 "$ROOT/$1.log" "$DOVECOT/dovecot.log" 2>/dev/null >&2
  die "$1 does not answer; its log is above"
}

run_command() {
  # A shell gives its background jobs no SIGINT; the command is to have the caller's signals and input all the same.
  env --default-signal=INT,QUIT "$@" <&0 {SLOT}>&- {GUARD}>&- &
  COMMAND_PID=$!
  wait "$COMMAND_PID"
  local status=$?
  COMMAND_PID=
  exit "$status"
}

# end_on SIGNAL STATUS: the command first, then the servers (by the EXIT trap)
end_on() {
  trap '' INT TERM HUP
  if [[ -n $COMMAND_PID ]]; then
    kill -s "$1" "$COMMAND_PID" 2>/dev/null
    wait "$COMMAND_PID"
  fi
  exit "$2"
}

clean_up() {
  local status=$?
  trap '' INT TERM HUP
  stop_all
  [[ -z ${ROOT-} ]] || rm -rf "$ROOT"
  [[ -z ${MAIL-} ]] || rm -rf "$MAIL"
  [[ -z ${GUARD-} ]] || echo done >&"$GUARD"
  exit "$status"
}

stop_all() {
  local pid deadline=$((SECONDS + 10))
  for pid in "${PIDS[@]}"; do
    kill -TERM -- "-$pid" 2>/dev/null
  done
  for pid in "${PIDS[@]}"; do
    while kill -0 -- "-$pid" 2>/dev/null && ((SECONDS < deadline)); do sleep 0.05; done
    kill -KILL -- "-$pid" 2>/dev/null
  done
  # Killed processes may still be writing into the folders that are removed next.
  wait "${PIDS[@]}" 2>/dev/null
}
