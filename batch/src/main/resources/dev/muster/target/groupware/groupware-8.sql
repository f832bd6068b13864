-- What 8.x has beyond groupware.sql, and the indexes that 7.10.6 is not known to have.

CREATE TABLE login2user (
  cid INT UNSIGNED NOT NULL,
  id INT UNSIGNED NOT NULL,
  uid VARCHAR(191) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (cid, uid)
);

CREATE TABLE resource_permissions (
  cid INT UNSIGNED NOT NULL,
  resource INT UNSIGNED NOT NULL,
  entity INT UNSIGNED NOT NULL,
  `group` BOOLEAN NOT NULL,
  privilege VARCHAR(64) NOT NULL,
  PRIMARY KEY (cid, resource, entity)
);

CREATE INDEX contact_display_name ON prg_contacts (cid, field01);
CREATE INDEX contact_mail ON prg_contacts (cid, field65);
