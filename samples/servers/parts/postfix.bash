# Postfix's tools, in a folder of their own: nothing of the system is changed, and no daemon runs. They answer who may
# send with which address, as the Postfix of a site would.

POSTFIX_PACKAGES=(postfix postfix-mysql)
POSTFIX_ROOT=/var/cache/muster/postfix

unpack_postfix() { unpack Postfix "$POSTFIX_ROOT" usr/sbin/postmap "${POSTFIX_PACKAGES[@]}"; }

# A configuration, and the command postmap with it.
prepare_postfix() {
  local file
  for file in "$SERVERS"/conf/postfix/*.cf; do
    fill "$file" >"$POSTFIX/$(basename "$file")"
  done
  echo "mysql $POSTFIX_ROOT/usr/lib/postfix/postfix-mysql.so dict_mysql_open" >"$POSTFIX/dynamicmaps.cf"
  printf '#!/bin/sh\nLD_LIBRARY_PATH=%s exec %s -c %s "$@"\n' \
    "$POSTFIX_ROOT/usr/lib/postfix" "$POSTFIX_ROOT/usr/sbin/postmap" "$POSTFIX" >"$POSTFIX/postmap"
  chmod 755 "$POSTFIX/postmap"
}
