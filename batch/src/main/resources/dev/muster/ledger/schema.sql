-- Muster's own tables beside Spring Batch's. One script for MariaDB and H2; run at every start, so every statement
-- says IF NOT EXISTS, and a new table needs nothing else. Whoever changes one that is there adds a step to StoreSchema.
-- No secret is ever in here: passwords only as keyed hashes.

-- The forms of these tables that this store was brought to.
CREATE TABLE IF NOT EXISTS muster_schema (
    version INT NOT NULL PRIMARY KEY,
    reached_at BIGINT NOT NULL
);

-- One import, from start to report.
CREATE TABLE IF NOT EXISTS muster_run (
    id BIGINT NOT NULL PRIMARY KEY,
    source VARCHAR(64) NOT NULL,
    feed VARCHAR(1024) NOT NULL,
    digest VARCHAR(64) NOT NULL,
    format VARCHAR(255) NOT NULL,
    options VARCHAR(1024) NOT NULL,
    state VARCHAR(16) NOT NULL,
    started_at BIGINT NOT NULL,
    ended_at BIGINT NOT NULL,
    exit_status INT NOT NULL,
    rows_read BIGINT NOT NULL,
    complete_feed INT NOT NULL,
    site VARCHAR(512) NOT NULL,
    begun_by VARCHAR(255) NOT NULL
);

-- What was decided for an identity once and for all.
CREATE TABLE IF NOT EXISTS muster_claim (
    source VARCHAR(64) NOT NULL,
    identity VARCHAR(255) NOT NULL,
    user_name VARCHAR(128) NOT NULL,
    name_folded VARCHAR(128) NOT NULL,
    mail VARCHAR(255) NOT NULL,
    mail_folded VARCHAR(255) NOT NULL,
    uid_number BIGINT NOT NULL,
    user_id BIGINT NOT NULL,
    contact_id BIGINT NOT NULL,
    first_folder_id BIGINT NOT NULL,
    drive_name VARCHAR(512) NOT NULL,
    drive_folded VARCHAR(512) NOT NULL,
    drive_number INT NOT NULL,
    generation INT NOT NULL,
    run_id BIGINT NOT NULL,
    given TEXT NOT NULL,
    password_digest VARCHAR(128) NOT NULL,
    PRIMARY KEY (source, identity)
);
CREATE UNIQUE INDEX IF NOT EXISTS muster_claim_name ON muster_claim (name_folded);
CREATE INDEX IF NOT EXISTS muster_claim_mail ON muster_claim (mail_folded);
CREATE INDEX IF NOT EXISTS muster_claim_drive ON muster_claim (drive_folded);

-- Mailboxes of deleted people that were kept: their names are not given to somebody else unasked.
CREATE TABLE IF NOT EXISTS muster_kept_mailbox (
    name_folded VARCHAR(128) NOT NULL PRIMARY KEY,
    key_value VARCHAR(255) NOT NULL,
    kept_at BIGINT NOT NULL
);

-- The numbers that were decided for a group or a resource once and for all.
CREATE TABLE IF NOT EXISTS muster_roster_claim (
    source VARCHAR(64) NOT NULL,
    kind VARCHAR(16) NOT NULL,
    name_folded VARCHAR(128) NOT NULL,
    name VARCHAR(128) NOT NULL,
    gid_number BIGINT NOT NULL,
    principal_id BIGINT NOT NULL,
    run_id BIGINT NOT NULL,
    PRIMARY KEY (source, kind, name_folded)
);

-- The members that a source gave to a group or a resource group: it may take these away again, and nobody else.
CREATE TABLE IF NOT EXISTS muster_given_member (
    source VARCHAR(64) NOT NULL,
    kind VARCHAR(16) NOT NULL,
    name_folded VARCHAR(128) NOT NULL,
    member_folded VARCHAR(128) NOT NULL,
    member VARCHAR(128) NOT NULL,
    PRIMARY KEY (source, kind, name_folded, member_folded)
);
CREATE INDEX IF NOT EXISTS muster_given_member_who ON muster_given_member (member_folded);

-- A shared account that a source gave, and how it was last wanted and carried out. No passwords, only a keyed hash.
CREATE TABLE IF NOT EXISTS muster_account (
    name VARCHAR(64) NOT NULL PRIMARY KEY,
    source VARCHAR(64) NOT NULL,
    applied INT NOT NULL,
    mail_source VARCHAR(16) NOT NULL,
    transport_source VARCHAR(16) NOT NULL,
    settings TEXT NOT NULL,
    language VARCHAR(32) NOT NULL,
    quota_bytes VARCHAR(24) NOT NULL,
    take_over INT NOT NULL,
    follow INT NOT NULL,
    password_digest VARCHAR(128) NOT NULL,
    run_id BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS muster_account_source ON muster_account (source);

-- Its addresses; number 0 is the default one.
CREATE TABLE IF NOT EXISTS muster_account_address (
    name VARCHAR(64) NOT NULL,
    number INT NOT NULL,
    address VARCHAR(255) NOT NULL,
    address_folded VARCHAR(255) NOT NULL,
    PRIMARY KEY (name, number)
);
CREATE INDEX IF NOT EXISTS muster_account_address_folded ON muster_account_address (address_folded);

-- The users and groups that were named, with their roles.
CREATE TABLE IF NOT EXISTS muster_account_member (
    name VARCHAR(64) NOT NULL,
    number INT NOT NULL,
    kind VARCHAR(16) NOT NULL,
    member VARCHAR(128) NOT NULL,
    role VARCHAR(64) NOT NULL,
    rights VARCHAR(512) NOT NULL,
    PRIMARY KEY (name, number)
);

-- Whom that came to: who was let in, under which login, as what. Without a role: about to be let in.
CREATE TABLE IF NOT EXISTS muster_account_login (
    name VARCHAR(64) NOT NULL,
    user_folded VARCHAR(128) NOT NULL,
    user_name VARCHAR(128) NOT NULL,
    identifier VARCHAR(255) NOT NULL,
    login VARCHAR(255) NOT NULL,
    role VARCHAR(64) NOT NULL,
    rights VARCHAR(512) NOT NULL,
    sends INT NOT NULL,
    PRIMARY KEY (name, user_folded)
);

-- Who may send as which address, for Postfix (smtpd_sender_login_maps).
CREATE VIEW IF NOT EXISTS muster_sender_map AS
    SELECT a.address_folded AS address, l.login AS login
    FROM muster_account_address a JOIN muster_account_login l ON l.name = a.name
    WHERE l.sends = 1;

-- What is wrong with a row or an object, in the order in which it was found.
CREATE TABLE IF NOT EXISTS muster_problem (
    run_id BIGINT NOT NULL,
    ordinal BIGINT NOT NULL,
    stage VARCHAR(8) NOT NULL,
    number INT NOT NULL,
    line BIGINT NOT NULL,
    code VARCHAR(64) NOT NULL,
    field VARCHAR(128) NOT NULL,
    reason TEXT NOT NULL,
    suggestion TEXT NOT NULL,
    PRIMARY KEY (run_id, ordinal, stage, number)
);

-- What is to be done; written whole before the first target is touched.
CREATE TABLE IF NOT EXISTS muster_plan (
    run_id BIGINT NOT NULL,
    ordinal BIGINT NOT NULL,
    line BIGINT NOT NULL,
    identity VARCHAR(255) NOT NULL,
    user_name VARCHAR(128) NOT NULL,
    kind VARCHAR(16) NOT NULL,
    changes TEXT NOT NULL,
    object VARCHAR(16) NOT NULL,
    PRIMARY KEY (run_id, ordinal)
);

-- What was about to be written, and what a changed object looked like before. A row here without an outcome is pending.
CREATE TABLE IF NOT EXISTS muster_intent (
    run_id BIGINT NOT NULL,
    ordinal BIGINT NOT NULL,
    before_image MEDIUMTEXT NOT NULL,
    PRIMARY KEY (run_id, ordinal)
);

-- What came of it.
CREATE TABLE IF NOT EXISTS muster_outcome (
    run_id BIGINT NOT NULL,
    ordinal BIGINT NOT NULL,
    result VARCHAR(16) NOT NULL,
    targets VARCHAR(255) NOT NULL,
    finished_at BIGINT NOT NULL,
    PRIMARY KEY (run_id, ordinal)
);

-- What was asked for when a shared mail account was first attached, so that later members get the same. No passwords.
CREATE TABLE IF NOT EXISTS muster_shared_account (
    context INT NOT NULL,
    address VARCHAR(255) NOT NULL,
    mail_source VARCHAR(16) NOT NULL,
    transport_source VARCHAR(16) NOT NULL,
    settings TEXT NOT NULL,
    PRIMARY KEY (context, address)
);

-- What back-ends answered while the calls of a segment were decided; gone when the segment is done.
CREATE TABLE IF NOT EXISTS muster_tape (
    run_id BIGINT NOT NULL,
    segment BIGINT NOT NULL,
    question VARCHAR(512) NOT NULL,
    answer LONGTEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS muster_tape_segment ON muster_tape (run_id, segment);
