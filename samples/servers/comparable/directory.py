"""The directory, one line per value, read with ldapsearch: no operational attributes, numbers by their owner's name."""
import base64
import hashlib
import re
import subprocess
from collections import defaultdict

from comparable.passwords import directory_password


def read_entries(environment):
    """[(dn, [(attribute, value)])] of the whole tree; a value that is no UTF-8 stands as its digest."""
    command = ["ldapsearch", "-LLL", "-o", "ldif-wrap=no", "-x", "-H", environment["LDAP_URL"], "-D", environment["LDAP_BIND_DN"],
               "-w", environment["LDAP_BIND_PASSWORD"], "-b", environment["LDAP_BASE_DN"], "(objectClass=*)", "*"]
    found = subprocess.run(command, capture_output=True, check=False)
    if found.returncode:
        raise SystemExit(f"ldapsearch at {environment['LDAP_URL']} ended with {found.returncode}: {found.stderr.decode()}")
    return [_entry(block) for block in found.stdout.decode().split("\n\n") if block.strip()]


def _entry(block):
    (_, dn), *values = [_value(line) for line in block.strip("\n").split("\n")]
    return dn, values


def _value(line):
    name, separator, text = re.fullmatch(r"([^:]+)(::?) ?(.*)", line).groups()
    if separator == ":":
        return name, text
    raw = base64.b64decode(text)
    try:
        return name, raw.decode()
    except UnicodeDecodeError:
        return name, "sha256:" + hashlib.sha256(raw).hexdigest()


def values(entry, attribute):
    return [value for name, value in entry[1] if name.lower() == attribute.lower()]


def mailbox_owners(entries):
    """Names of the people and the functional accounts."""
    return sorted(values(entry, "uid" if _is(entry, "OXUserObject") else "cn")[0] for entry in entries
                  if _is(entry, "OXUserObject") or _is(entry, "oxFunctionalAccount"))


def _is(entry, object_class):
    return object_class.lower() in (value.lower() for value in values(entry, "objectClass"))


def directory_lines(entries, passwords):
    """(owner, line) for each value; the owner is a person's uid, a functional account's cn, or None."""
    numbers = Numbers(entries)
    for entry in entries:
        owner = next(iter(values(entry, "cn" if _is(entry, "oxFunctionalAccount") else "uid")), None)
        for name, value in entry[1]:
            yield owner, f"ldap {entry[0]} {name}: {_shown(entry, name, value, numbers, passwords.get(owner))}"


def _shown(entry, name, value, numbers, password):
    if name.lower() == "userpassword":
        return directory_password(value, password)
    if name.lower() == "uidnumber" and _is(entry, "musterCounter"):
        return numbers.counter(int(value))
    if name.lower() in ("uidnumber", "gidnumber"):
        return numbers.owner(name.lower(), value)
    return _escaped(value)


def _escaped(value):
    return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")


class Numbers:
    """Who has which uidNumber and gidNumber. A number given twice shows all its owners."""

    def __init__(self, entries):
        self.owners = defaultdict(list)
        for entry in entries:
            if _is(entry, "posixAccount"):
                self._add("uidnumber", entry, "user:" + "+".join(values(entry, "uid")))
            elif _is(entry, "posixGroup"):
                self._add("gidnumber", entry, "group:" + "+".join(values(entry, "cn")))

    def _add(self, attribute, entry, owner):
        for number in values(entry, attribute):
            self.owners[attribute, number].append(owner)

    def owner(self, attribute, number):
        return "+".join(sorted(self.owners.get((attribute, number), [number])))

    def counter(self, following):
        """The counter gives `following` next: beyond every number in use? How far beyond differs with the gaps."""
        highest = max([int(number) for attribute, number in self.owners if attribute == "uidnumber"], default=-1)
        return "<beyond all in use>" if following > highest else f"<not beyond {highest}>"
