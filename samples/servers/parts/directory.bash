# slapd, as user openldap, from conf/slapd.

prepare_directory() {
  mkdir "$SLAPD/data"
  cp "$SERVERS/conf/slapd/openxchange.schema" "$SLAPD/"
  fill "$SERVERS/conf/slapd/slapd.conf" >"$SLAPD/slapd.conf"
  slapadd -q -f "$SLAPD/slapd.conf" -l "$SERVERS/conf/slapd/base.ldif" >"$ROOT/slapd.log" 2>&1 ||
    die "slapadd: $(cat "$ROOT/slapd.log")"
  chown -R openldap:openldap "$SLAPD"
}

start_directory() {
  spawn slapd /usr/sbin/slapd -d 0 -u openldap -g openldap -f "$SLAPD/slapd.conf" \
    -h "ldap://127.0.0.1:$LDAP_PORT ldaps://127.0.0.1:$LDAPS_PORT"
}

await_directory() { await slapd is_open "$LDAP_PORT"; }
