"""The mail store, one line per mailbox and per limit, read over IMAP for each person by authorization id (SASL PLAIN)."""
import base64
import imaplib
import os
import re
import socket
from concurrent.futures import ThreadPoolExecutor

# What differs with what somebody read or with the other mailboxes, and says nothing about this one.
PASSING = {"\\haschildren", "\\hasnochildren", "\\marked", "\\unmarked", "\\noinferiors"}
TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"|([()])|([^\s()]+)')


class Store:
    """One IMAP server; each thread has connections of its own."""

    def __init__(self, environment, prefix):
        self.address = environment[prefix + "_HOST"], int(environment[prefix + "_PORT"])
        self.admin = environment[prefix + "_ADMIN"], environment[prefix + "_ADMIN_PASSWORD"]
        self.homes = environment.get("DOVECOT_HOMES") if prefix == "IMAP" else None

    def connect(self, owner=""):
        connection = imaplib.IMAP4(*self.address, timeout=60)
        # imaplib writes the answer to "+" in two pieces; without this each log-in waits 40 ms for an acknowledgement.
        connection.socket().setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection.authenticate("PLAIN", lambda _: "\0".join([owner, *self.admin]).encode())
        return connection


def mailbox_lines(store, is_cyrus, people):
    """(owner, line) for the people given, and for mailboxes of nobody."""
    present = _cyrus_owners(store) if is_cyrus else _dovecot_owners(store)
    for owner in sorted((present or set()) - set(people)):
        yield owner, f"imap {owner} mailbox of nobody in the directory"
    with ThreadPoolExecutor(8) as threads:
        for lines in threads.map(lambda owner: _owner_lines(store, owner, present), people):
            yield from lines


def _cyrus_owners(store):
    answers = _commands(store.connect(), ['LIST "" "user/%"'])[0]
    return {decode_name(_tokens(answer)[-1][len("user/"):]) for answer in answers}


def _dovecot_owners(store):
    """Dovecot makes an INBOX for whoever is looked at; the folders tell who has one without that."""
    return set(os.listdir(store.homes)) if store.homes else None


def _owner_lines(store, owner, present):
    if present is not None and owner not in present:
        return [(owner, f"imap {owner} no mailbox")]
    try:
        return [(owner, f"imap {owner} {line}") for line in _mailbox(store.connect(owner))]
    except imaplib.IMAP4.error as error:
        return [(owner, f"imap {owner} refused: {error}")]


def _mailbox(connection):
    listed, subscribed, quota = _commands(
        connection, ['LIST "" "*" RETURN (SUBSCRIBED SPECIAL-USE)', 'LIST (SUBSCRIBED) "" "*"', "GETQUOTAROOT INBOX"])
    folders = {}
    for answer in listed + subscribed:
        flags, name = _listed(answer)
        folders.setdefault(name, set()).update(flags)
    names = list(folders)
    rights = _commands(connection, [f"GETACL {_quoted(name)}" for name in names])
    connection.shutdown()
    for name, answers in zip(names, rights):
        yield " ".join([f'"{decode_name(name)}"', *sorted(folders[name]), _acl(answers)])
    for answer in quota:
        if answer.startswith("* QUOTA "):
            yield "limit " + _limit(_tokens(answer))


def _listed(answer):
    tokens = _tokens(answer)
    flags = tokens[3:tokens.index(")")]
    return {flag for flag in flags if flag.lower() not in PASSING}, tokens[tokens.index(")") + 2]


def _acl(answers):
    """The rights by name; the letters c and d only repeat others."""
    for answer in answers:
        if answer.startswith("* ACL "):
            pairs = iter(_tokens(answer)[3:])
            return "acl[" + " ".join(sorted(f"{who}={''.join(sorted(set(letters) - set('cd')))}" for who, letters in zip(pairs, pairs))) + "]"
    return "acl[?]"


def _limit(tokens):
    """* QUOTA root (NAME used limit ...)"""
    triples = tokens[tokens.index("(") + 1:-1]
    return " ".join(f"{triples[i]}={triples[i + 2]}" for i in range(0, len(triples), 3)) or "none"


def _commands(connection, lines):
    """The untagged answers of each command. One after the other: Cyrus answers a burst in pieces, each of which waits
    40 ms for our acknowledgement of the one before."""
    answers = []
    for number, line in enumerate(lines):
        connection.send(f"d{number} {line}\r\n".encode())
        answers.append(_answers(connection, f"d{number}"))
    return answers


def _answers(connection, tag):
    answers = []
    while True:
        line = _line(connection)
        if line.startswith(tag + " "):
            return answers
        answers.append(line)


def _line(connection):
    """One answer; a literal in it is put in quotes."""
    line = connection.readline()
    if not line:
        raise imaplib.IMAP4.error("the server closed the connection")
    text = line.decode("utf-8", "replace").rstrip("\r\n")
    literal = re.search(r"\{(\d+)\}$", text)
    if not literal:
        return text
    value = connection.read(int(literal.group(1))).decode("utf-8", "replace")
    return text[:literal.start()] + _quoted(value) + _line(connection)


def _tokens(text):
    return [re.sub(r"\\(.)", r"\1", quoted) if not (bracket or atom) else bracket or atom for quoted, bracket, atom in TOKEN.findall(text)]


def _quoted(name):
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


def decode_name(name):
    """Modified UTF-7 (RFC 3501, 5.1.3)"""
    return re.sub(r"&([^-]*)-", lambda part: _base64(part.group(1)) if part.group(1) else "&", name)


def _base64(text):
    padded = text.replace(",", "/") + "=" * (-len(text) % 4)
    return base64.b64decode(padded).decode("utf-16-be", "replace")
