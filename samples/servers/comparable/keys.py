"""Ids of the groupware database as keys that do not depend on the order of creation: user:anna, folder:anna/Kalender, ..."""

VIRTUAL = {0: "group:<all users>", 2147483647: "group:<all guests>"}
# Which columns hold whose ids. A column that is not listed is shown as it is. Tables of what was deleted (del_user, ...)
# have the columns of their originals.
DELETED = {"del_contacts": "prg_contacts", "del_contacts_image": "prg_contacts_image"}
USERS = {
    "user": ["id", "filestore_owner", "guestCreatedBy"], "login2user": ["id"], "user_attribute": ["id"], "groups_member": ["member"],
    "prg_contacts": ["created_from", "changed_from", "userid"], "oxfolder_tree": ["created_from", "changed_from"],
    "oxfolder_userfolders_standardfolders": ["owner"], "oxfolder_user_property": ["userid"], "filestore_usage": ["user"],
    "user_setting": ["user_id"],
    **{table: ["user"] for table in (
        "user_alias", "user_configuration", "user_setting_mail", "user_setting_server", "user_setting_admin", "user_setting_mail_signature",
        "user_setting_spellcheck", "capability_user", "user_mail_account", "user_transport_account", "user_mail_account_properties",
        "user_transport_account_properties")},
}
GROUPS = {"groups": ["id"], "groups_member": ["id"]}
RESOURCES = {"resource": ["id"], "resource_permissions": ["resource"]}
PRINCIPALS = {"oxfolder_permissions": ["permission_id"], "resource_permissions": ["entity"]}
CONTACTS = {"user": ["contactId"], "prg_contacts": ["intfield01"], "prg_contacts_image": ["intfield01"]}
FOLDERS = {
    "oxfolder_tree": ["fuid", "parent"], "oxfolder_permissions": ["fuid", "sharedParentFolder"], "oxfolder_specialfolders": ["fuid"],
    "oxfolder_userfolders_standardfolders": ["fuid"], "oxfolder_user_property": ["fuid"], "oxfolder_property": ["id"],
    "oxfolder_reservedpaths": ["parent"], "prg_contacts": ["fid"],
    "user_setting_server": ["contact_collect_folder"],
}
ACCOUNTS = {table: ["id"] for table in (
    "user_mail_account", "user_transport_account", "user_mail_account_properties", "user_transport_account_properties")}
# Folders below 20 are the same in every context; they keep their numbers.
FIRST_FOLDER = 20


class Keys:
    """The keys of one database. An id that nobody has is shown as "user:?" and the like."""

    def __init__(self, database, tables):
        self.users, self.groups, self.resources, self.contacts, self.folders, self.accounts = {}, {}, {}, {}, {}, {}
        self._read(database, tables, "login2user", "cid, id, uid", self.users)
        self._read(database, tables, "groups", "cid, id, identifier", self.groups)
        self._read(database, tables, "resource", "cid, id, identifier", self.resources)
        self._read(database, tables, "prg_contacts", "cid, intfield01, userid, field01", self.contacts)
        self._read(database, tables, "oxfolder_tree", "cid, fuid, parent, fname, created_from", self.folders)
        self._read(database, tables, "user_mail_account", "cid, id, user, primary_addr", self.accounts, key_size=3)
        self.kinds = [(USERS, self._user), (GROUPS, self._group), (RESOURCES, self._resource), (PRINCIPALS, self._principal),
                      (CONTACTS, self._contact), (FOLDERS, self._folder)]
        self.highest = {
            "sequence_principal": [*self.users, *self.groups, *self.resources], "sequence_contact": self.contacts,
            "sequence_folder": self.folders, "sequence_mail_service": self.accounts}
        self.highest = {table: max([key[1] for key in ids], default=0) for table, ids in self.highest.items()}

    @staticmethod
    def _read(database, tables, table, columns, into, key_size=2):
        if table in tables:
            for row in database.rows([f"SELECT JSON_ARRAY({columns}) FROM `{table}`"]):
                into[tuple(row[:key_size])] = row[key_size:]

    def key(self, table, column, row):
        """The key that stands for the id in this column of the row, or None when it holds no id."""
        table = DELETED.get(table, table.removeprefix("del_"))
        if table in self.highest and column == "id":
            return self._sequence(table, row["id"])
        if column in ACCOUNTS.get(table, ()):
            return self._account(row)
        for columns, name in self.kinds:
            if column in columns.get(table, ()):
                return name(row.get("cid"), row[column])
        return None

    def _sequence(self, table, value):
        highest = self.highest[table]
        return "<not behind>" if value >= highest else f"<behind {highest}>"

    def _user(self, context, number):
        return "0" if number == 0 else f"user:{self.users.get((context, number), '?')[0]}"

    def _group(self, context, number):
        return VIRTUAL.get(number) or f"group:{self.groups.get((context, number), '?')[0]}"

    def _resource(self, context, number):
        return f"resource:{self.resources.get((context, number), '?')[0]}"

    def _principal(self, context, number):
        if (context, number) in self.users:
            return self._user(context, number)
        return self._group(context, number)

    def _contact(self, context, number):
        user, name = self.contacts.get((context, number), (None, "?"))
        return f"contact:{self.users[context, user][0]}" if (context, user) in self.users else f"contact:{name}"

    def _folder(self, context, number):
        if number < FIRST_FOLDER:
            return f"folder:{number}"
        path, owner = [], "?"
        while number >= FIRST_FOLDER and len(path) < 100:
            number, name, creator = self.folders.get((context, number), (0, "?", None))
            owner = self.users.get((context, creator), ["?"])[0] if creator is not None else owner
            path.insert(0, name)
        return "folder:" + "/".join([owner, *([] if number < 2 else [str(number)]), *path])

    def _account(self, row):
        if row["id"] == 0:
            return "0"
        address, = self.accounts.get((row["cid"], row["id"], row["user"]), ["?"])
        return f"account:{self._user(row['cid'], row['user']).partition(':')[2]}/{address}"
