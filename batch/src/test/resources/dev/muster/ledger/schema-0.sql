-- The tables of a state store from before they had a number, for the tests that bring one up to date.

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
    given_alias TEXT NOT NULL,
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
    PRIMARY KEY (run_id, ordinal)
);

-- What was about to be written, and what a changed object looked like before. A row here without an outcome is pending.
CREATE TABLE IF NOT EXISTS muster_intent (
    run_id BIGINT NOT NULL,
    ordinal BIGINT NOT NULL,
    before_image TEXT NOT NULL,
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
