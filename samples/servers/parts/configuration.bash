# What the command gets: variables, and complete configurations of Muster with their secrets in files beside them.

write_configurations() {
  local database=ox_8
  [[ $LAYOUT == 7.10.6 ]] && database=ox_7106
  write_secrets
  export_servers "$database"
  if wants_dovecot; then
    export IMAP_HOST=127.0.0.1 IMAP_PORT IMAPS_PORT IMAP_ADMIN=mailadmin IMAP_ADMIN_PASSWORD=$SECRET
    export DOVEADM_URL=http://127.0.0.1:$DOVEADM_PORT/doveadm/v1 DOVEADM_API_KEY DOVECOT_CONFIG=$DOVECOT/dovecot.conf
    export DOVECOT_HOMES=$MAIL/dovecot/home
  fi
  if wants_cyrus; then
    export CYRUS_HOST=127.0.0.1 CYRUS_PORT CYRUS_IMAPS_PORT CYRUS_ADMIN=mailadmin CYRUS_ADMIN_PASSWORD=$SECRET
  fi
  if ! wants_dovecot; then
    export IMAP_HOST=$CYRUS_HOST IMAP_PORT=$CYRUS_PORT IMAPS_PORT=$CYRUS_IMAPS_PORT
    export IMAP_ADMIN=$CYRUS_ADMIN IMAP_ADMIN_PASSWORD=$CYRUS_ADMIN_PASSWORD
  fi
  export_muster_files "$database"
}

export_servers() {
  export LDAP_URL=ldap://127.0.0.1:$LDAP_PORT LDAPS_URL=ldaps://127.0.0.1:$LDAPS_PORT LDAP_BASE_DN=dc=test,dc=tux
  export LDAP_BIND_DN=uid=mailadmin,dc=test,dc=tux LDAP_BIND_PASSWORD=$SECRET TLS_CA_FILE=$TLS/ca.pem
  export DB_HOST=127.0.0.1 DB_PORT DB_NAME=$1 DB_USER=muster DB_PASSWORD=$SECRET
  export DB_NAME_7106=ox_7106 DB_NAME_8=ox_8 DB_NAME_STATE=muster
  export POSTMAP=$POSTFIX/postmap
  export SERVERS_LAYOUT=$LAYOUT SERVERS_IMAP=$IMAP
}

export_muster_files() {
  local main=dovecot
  wants_dovecot || main=cyrus
  muster_file "$1" "$main" muster >"$CONFIG/muster.yaml"
  # What is claimed in one groupware means nothing in another, so the second one has a state store of its own.
  local state=muster_7106
  [[ $1 == ox_7106 ]] && state=muster
  muster_file ox_7106 "$main" "$state" >"$CONFIG/muster-7106.yaml"
  export MUSTER_CONFIG=$CONFIG/muster.yaml MUSTER_CONFIG_7106=$CONFIG/muster-7106.yaml
  if wants_cyrus; then
    muster_file "$1" cyrus muster >"$CONFIG/muster-cyrus.yaml"
    export MUSTER_CONFIG_CYRUS=$CONFIG/muster-cyrus.yaml
  fi
}

write_secrets() {
  (
    umask 077
    openssl rand -base64 32 >"$CONFIG/site.key"
    openssl rand -base64 32 >"$CONFIG/accounts.key"
    echo "$SECRET" | tee "$CONFIG/ldap.secret" "$CONFIG/db.secret" "$CONFIG/imap.secret" >"$CONFIG/groupware-admin.secret"
  )
}

# muster_file DATABASE dovecot|cyrus STATE_STORE
muster_file() {
  local port=$IMAP_PORT quota=ldap-attribute senders=$POSTFIX/senders
  [[ $3 == muster ]] || senders+=-$3
  [[ $2 == cyrus ]] && port=$CYRUS_PORT quota=setquota
  cat <<END
source: sample
siteKeyFile: $CONFIG/site.key
templates: $CHECKOUT/templates
state:
  url: "jdbc:mariadb://127.0.0.1:$DB_PORT/$3"
  user: muster
  passwordFile: $CONFIG/db.secret
ldap:
  mode: write
  url: "ldap://127.0.0.1:$LDAP_PORT"
  security: none
  bindDn: "uid=mailadmin,dc=test,dc=tux"
  bindPasswordFile: $CONFIG/ldap.secret
  baseDn: "dc=test,dc=tux"
  userBase: "ou=people,dc=test,dc=tux"
  counterDn: "cn=uidNumber,ou=counters,dc=test,dc=tux"
  gidNumber: 1100
  keyAttribute: employeeNumber
groupware:
  url: "jdbc:mariadb://127.0.0.1:$DB_PORT/$1"
  user: muster
  passwordFile: $CONFIG/db.secret
  context: 1
  encryptionKeyFile: $CONFIG/accounts.key
imap:
  server: $2
  host: 127.0.0.1
  port: $port
  security: none
  admin: mailadmin
  adminPasswordFile: $CONFIG/imap.secret
  quota: $quota
  connections: 12
administrators:
  dn: "uid={username},dc=test,dc=tux"
  members: [mailadmin]
accounts:
  senderMap: $senders
END
}

# Tables, context 1 and its administrator oxadmin, in each layout that was asked for
make_contexts() {
  local muster=$CHECKOUT/batch/bin/muster
  [[ -x $muster ]] || { say "no batch/bin/muster yet: the groupware databases stay empty" && return; }
  [[ $LAYOUT == 7.10.6 ]] || make_context "$muster" 8 ox_8
  [[ $LAYOUT == 8 ]] || make_context "$muster" 7.10.6 ox_7106
}

make_context() {
  "$1" groupware init --layout="$2" --context=1 --admin=oxadmin --admin-password-file="$CONFIG/groupware-admin.secret" \
    --url="jdbc:mariadb://127.0.0.1:$DB_PORT/$3" </dev/null >"$ROOT/groupware-init.log" 2>&1 {SLOT}>&- {GUARD}>&- && return
  (($? == 64)) && say "this batch/bin/muster has no groupware init: $3 stays empty" && return
  cat "$ROOT/groupware-init.log" >&2
  die "muster groupware init --layout=$2 failed; its answer is above"
}
