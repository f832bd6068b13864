# Dovecot, from conf/dovecot, against slapd.

start_dovecot() {
  local file
  DOVEADM_API_KEY=$SECRET
  for file in "$SERVERS"/conf/dovecot/*.conf; do
    fill "$file" >"$DOVECOT/$(basename "$file")"
  done
  for file in "$SERVERS"/conf/dovecot/*-*.conf.ext "$SERVERS"/conf/dovecot/{people,owners}.conf.ext; do
    fill "$SERVERS/conf/dovecot/directory.conf.ext" | cat - "$file" >"$DOVECOT/$(basename "$file")"
  done
  # Fields of the administrator's line: he acts with the owner's rights, and may set quotas.
  echo "mailadmin:{PLAIN}$SECRET::::::userdb_acl_user=%{login_user} userdb_admin=y" >"$DOVECOT/admins"
  chown root:dovecot "$DOVECOT"/{admins,*.ext}
  chmod 640 "$DOVECOT"/{admins,*.ext}
  install -d -o mail -g mail -m 700 "$MAIL/dovecot" "$MAIL/dovecot/home"
  ulimit -n 8192 2>/dev/null
  spawn dovecot /usr/sbin/dovecot -F -c "$DOVECOT/dovecot.conf"
}

await_dovecot() { await dovecot is_open "$IMAP_PORT"; }
