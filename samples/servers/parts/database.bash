# MariaDB, as user mysql, with a folder of its own on the ordinary disk.

prepare_database() {
  mkdir "$DATABASE/tmp"
  chown mysql:mysql "$DATABASE" "$DATABASE/tmp"
  mariadb-install-db --no-defaults --user=mysql --skip-test-db --datadir="$DATABASE/data" >"$ROOT/install-db.log" 2>&1 ||
    die "mariadb-install-db: $(tail -5 "$ROOT/install-db.log")"
}

# In a shared temporary folder every server that starts would remove what the others have there.
start_database() {
  spawn mariadb /usr/sbin/mariadbd --no-defaults --user=mysql --datadir="$DATABASE/data" --socket="$DATABASE/socket" \
    --tmpdir="$DATABASE/tmp" --bind-address=127.0.0.1 --port="$DB_PORT" --skip-name-resolve --max-connections=200 \
    --character-set-server=utf8mb4 --collation-server=utf8mb4_unicode_ci
}

# The administrator of the server comes in by the socket, without a password.
as_root() { mariadb --no-defaults --user=root --socket="$DATABASE/socket" "$@"; }

await_database() { await mariadb as_root -e "SELECT 1"; }

create_databases() {
  local name
  {
    for name in ox_7106 ox_8 muster muster_7106; do
      echo "CREATE DATABASE $name CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;"
      echo "GRANT ALL PRIVILEGES ON $name.* TO muster@'%' IDENTIFIED BY '$SECRET';"
    done
    # Tests that need schemas to themselves make them, and drop them again.
    echo "GRANT ALL PRIVILEGES ON \`ox\\_%\`.* TO muster@'%';"
    echo "GRANT ALL PRIVILEGES ON \`muster\\_%\`.* TO muster@'%';"
  } | as_root >>"$ROOT/mariadb.log" 2>&1 || fail_to_start mariadb
}
