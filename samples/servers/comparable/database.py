"""The groupware database, one line per row, read with the mariadb client: no time stamps, ids by their owner's key."""
import hashlib
import json
import re
import subprocess

from comparable.keys import Keys
from comparable.passwords import groupware_password

# The time stamps, and the salt of user.userPassword, which is judged together with it.
LEFT_OUT = {"creating_date", "changing_date", "lastModified", "salt"}
BINARY = {"binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob"}
UUID = re.compile(r"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}")
SECRETS = {("user_mail_account", "password"), ("user_transport_account", "password"), ("user", "filestore_passwd")}


class Database:
    """One schema of the server in the environment."""

    def __init__(self, environment, schema):
        self.command = ["mariadb", "--no-defaults", "--batch", "--raw", "--quick", "--skip-column-names", "--default-character-set=utf8mb4",
                        "-h", environment["DB_HOST"], "-P", environment["DB_PORT"], "-u", environment["DB_USER"], schema]
        self.environment = dict(environment, MYSQL_PWD=environment["DB_PASSWORD"])
        self.schema = schema

    def rows(self, statements):
        """The decoded rows of statements that select one JSON value each."""
        with subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
                              env=self.environment) as client:
            client.stdin.write(";\n".join(statements) + ";\n")
            client.stdin.close()
            for line in client.stdout:
                yield json.loads(line)
        if client.returncode:
            raise SystemExit(f"mariadb, database {self.schema}, ended with {client.returncode}; its words are above")

    def tables(self):
        """{table: {column: type}}"""
        tables = {}
        for table, column, kind in self.rows(["""SELECT JSON_ARRAY(c.table_name, c.column_name, c.data_type) FROM information_schema.columns c
                JOIN information_schema.tables t USING (table_schema, table_name) WHERE c.table_schema = DATABASE()
                AND t.table_type = 'BASE TABLE' ORDER BY c.table_name, c.ordinal_position"""]):
            tables.setdefault(table, {})[column] = kind
        return tables


def database_lines(database, passwords):
    """(owners, line) for each row; owners = the names of the users that the row speaks of."""
    tables = database.tables()
    keys = Keys(database, tables)
    seen = {}
    for table, row in database.rows([_select(table, columns) for table, columns in tables.items()]):
        rendered = Row(table, {name: value for name, value in row.items() if value is not None}, keys)
        yield rendered.render(tables[table], passwords, seen)


def _select(table, columns):
    parts = []
    for column, kind in columns.items():
        value = f"HEX(`{column}`)" if kind in BINARY else f"`{column}`"
        parts.append(f"'{column}', {value}")
    return f"SELECT JSON_ARRAY('{table}', JSON_OBJECT({', '.join(parts)})) FROM `{table}`"


class Row:
    def __init__(self, table, columns, keys):
        self.table, self.columns, self.keys = table, columns, keys
        self.owners = set()

    def render(self, kinds, passwords, seen):
        shown = [f"{column}={self._shown(column, kinds[column], passwords, seen)}"
                 for column in kinds if column in self.columns and column not in LEFT_OUT]
        return self.owners, f"row {self.table} " + " ".join(shown)

    def _shown(self, column, kind, passwords, seen):
        value = self.columns[column]
        key = self.keys.key(self.table, column, self.columns)
        if key is not None:
            self._note(key)
            return key
        if self.table in ("user", "del_user") and column == "userPassword":
            return self._password(passwords)
        if (self.table, column) in SECRETS and value != "":
            return "<secret>"
        if kind == "binary" or (isinstance(value, str) and UUID.fullmatch(value)):
            return self._uuid(column, value, seen)
        if kind in BINARY:
            return "sha256:" + hashlib.sha256(bytes.fromhex(value)).hexdigest()
        return json.dumps(value, ensure_ascii=False)

    def _note(self, key):
        kind, _, name = key.partition(":")
        if kind in ("user", "contact", "folder", "account"):
            self.owners.add(name.split("/")[0])

    def _password(self, passwords):
        name = self.keys.key("user", "id", self.columns).partition(":")[2]
        salt = self.columns.get("salt")
        return groupware_password(self.columns["passwordMech"], self.columns["userPassword"],
                                  None if salt is None else bytes.fromhex(salt), passwords.get(name))

    def _uuid(self, column, value, seen):
        """Whose UUID it is; a value met twice shows both."""
        owner = f"{self.table}/" + "/".join(sorted(self.owners) or ["context"])
        first = seen.setdefault((column, value.lower()), owner)
        return "<uuid>" if first is owner else f"<uuid of {first} again>"
