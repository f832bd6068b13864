# Cyrus, from conf/cyrus, in its private root; saslauthd asks slapd about passwords.

start_cyrus() {
  local file libraries=$CYRUS_ROOT/usr/lib/x86_64-linux-gnu:$CYRUS_ROOT/lib/x86_64-linux-gnu
  for file in "$SERVERS"/conf/cyrus/*.conf; do
    fill "$file" >"$CYRUS/$(basename "$file")"
  done
  chmod 600 "$CYRUS/saslauthd.conf"
  install -d -o mail -g mail -m 750 "$CYRUS/run" "$CYRUS/saslauthd" "$MAIL/cyrus" "$MAIL"/cyrus/{config,spool}
  # -d: not a daemon of its own
  spawn saslauthd /usr/sbin/saslauthd -d -a ldap -O "$CYRUS/saslauthd.conf" -m "$CYRUS/saslauthd" -n 4
  spawn cyrus env LD_LIBRARY_PATH="$libraries" "$CYRUS_ROOT/usr/lib/cyrus/bin/master" \
    -C "$CYRUS/imapd.conf" -M "$CYRUS/cyrus.conf" -p "$CYRUS/master.pid"
}

await_cyrus() { await cyrus greets "$CYRUS_PORT"; }

# The port is open before the databases are: only the greeting tells that imapd runs.
greets() {
  local line
  exec 3<>"/dev/tcp/127.0.0.1/$1" || return 1
  read -r -t 5 line <&3
  exec 3>&-
  [[ $line == "* OK"* ]]
}
