-- The payload schema of the groupware as far as people, groups, resources, folders, contacts and mail accounts need it.
-- Common to both layouts, in the widths of 8.x; groupware-7.10.6.sql and groupware-8.sql hold the difference.
-- Statements end with a semicolon at the end of a line. Engine and character set are added when a table is made.

CREATE TABLE `user` (
  cid INT UNSIGNED NOT NULL,
  id INT UNSIGNED NOT NULL,
  imapServer VARCHAR(128),
  imapLogin VARCHAR(256),
  mail VARCHAR(256) NOT NULL,
  mailDomain VARCHAR(128),
  mailEnabled BOOLEAN NOT NULL,
  preferredLanguage VARCHAR(10) NOT NULL,
  shadowLastChange INT NOT NULL,
  smtpServer VARCHAR(128),
  timeZone VARCHAR(128) NOT NULL,
  userPassword VARCHAR(512),
  contactId INT UNSIGNED NOT NULL,
  passwordMech VARCHAR(32) NOT NULL,
  guestCreatedBy INT UNSIGNED NOT NULL DEFAULT 0,
  filestore_id INT UNSIGNED NOT NULL DEFAULT 0,
  filestore_owner INT UNSIGNED NOT NULL DEFAULT 0,
  filestore_name VARCHAR(32),
  filestore_login VARCHAR(32),
  filestore_passwd VARCHAR(32),
  quota_max BIGINT NOT NULL DEFAULT -1,
  salt VARBINARY(128),
  PRIMARY KEY (cid, id),
  KEY user_mail (cid, mail),
  KEY user_guest (cid, guestCreatedBy)
);

CREATE TABLE del_user (
  cid INT UNSIGNED NOT NULL,
  id INT UNSIGNED NOT NULL,
  imapServer VARCHAR(128),
  imapLogin VARCHAR(256),
  mail VARCHAR(256) NOT NULL DEFAULT '',
  mailDomain VARCHAR(128),
  mailEnabled BOOLEAN NOT NULL DEFAULT FALSE,
  preferredLanguage VARCHAR(10) NOT NULL DEFAULT '',
  shadowLastChange INT NOT NULL DEFAULT -1,
  smtpServer VARCHAR(128),
  timeZone VARCHAR(128) NOT NULL DEFAULT '',
  userPassword VARCHAR(512),
  contactId INT UNSIGNED NOT NULL DEFAULT 0,
  passwordMech VARCHAR(32) NOT NULL DEFAULT '',
  guestCreatedBy INT UNSIGNED NOT NULL DEFAULT 0,
  filestore_id INT UNSIGNED NOT NULL DEFAULT 0,
  filestore_owner INT UNSIGNED NOT NULL DEFAULT 0,
  filestore_name VARCHAR(32),
  filestore_login VARCHAR(32),
  filestore_passwd VARCHAR(32),
  quota_max BIGINT NOT NULL DEFAULT -1,
  salt VARBINARY(128),
  PRIMARY KEY (cid, id)
);

CREATE TABLE user_attribute (
  cid INT UNSIGNED NOT NULL,
  id INT UNSIGNED NOT NULL,
  name VARCHAR(128) NOT NULL,
  `value` TEXT NOT NULL,
  uuid BINARY(16) NOT NULL,
  PRIMARY KEY (cid, id, name)
);

CREATE TABLE user_alias (
  cid INT UNSIGNED NOT NULL,
  `user` INT UNSIGNED NOT NULL,
  alias VARCHAR(255) CHARACTER SET utf8 COLLATE utf8_unicode_ci NOT NULL,
  uuid BINARY(16),
  PRIMARY KEY (cid, `user`, alias)
);

CREATE TABLE user_configuration (
  cid INT UNSIGNED NOT NULL,
  `user` INT UNSIGNED NOT NULL,
  permissions INT UNSIGNED NOT NULL,
  PRIMARY KEY (cid, `user`)
);

CREATE TABLE user_setting_mail (
  cid INT UNSIGNED NOT NULL,
  `user` INT UNSIGNED NOT NULL,
  bits INT UNSIGNED DEFAULT 0,
  send_addr VARCHAR(256) NOT NULL,
  reply_to_addr VARCHAR(256),
  msg_format TINYINT UNSIGNED DEFAULT 1,
  display_msg_headers VARCHAR(256),
  auto_linebreak INT UNSIGNED DEFAULT 80,
  std_trash VARCHAR(128) NOT NULL,
  std_sent VARCHAR(128) NOT NULL,
  std_drafts VARCHAR(128) NOT NULL,
  std_spam VARCHAR(128) NOT NULL,
  confirmed_spam VARCHAR(128) NOT NULL,
  confirmed_ham VARCHAR(128) NOT NULL,
  upload_quota INT DEFAULT -1,
  upload_quota_per_file INT DEFAULT -1,
  PRIMARY KEY (cid, `user`)
);

CREATE TABLE user_setting_mail_signature (
  cid INT UNSIGNED NOT NULL,
  `user` INT UNSIGNED NOT NULL,
  id VARCHAR(64) NOT NULL,
  signature VARCHAR(1024) NOT NULL,
  PRIMARY KEY (cid, `user`, id)
);

CREATE TABLE user_setting_spellcheck (
  cid INT UNSIGNED NOT NULL,
  `user` INT UNSIGNED NOT NULL,
  user_dic TEXT,
  PRIMARY KEY (cid, `user`)
);

CREATE TABLE user_setting_admin (
  cid INT UNSIGNED NOT NULL,
  `user` INT UNSIGNED NOT NULL,
  PRIMARY KEY (cid, `user`)
);

CREATE TABLE user_setting_server (
  cid INT UNSIGNED NOT NULL,
  `user` INT UNSIGNED NOT NULL,
  contact_collect_folder INT UNSIGNED,
  contact_collect_enabled BOOLEAN,
  defaultStatusPrivate INT UNSIGNED DEFAULT 0,
  defaultStatusPublic INT UNSIGNED DEFAULT 0,
  contactCollectOnMailTransport BOOLEAN DEFAULT TRUE,
  contactCollectOnMailAccess BOOLEAN DEFAULT TRUE,
  folderTree INT,
  uuid BINARY(16) NOT NULL,
  PRIMARY KEY (cid, `user`, uuid)
);

CREATE TABLE user_setting (
  cid INT UNSIGNED NOT NULL,
  user_id INT UNSIGNED NOT NULL,
  path_id INT UNSIGNED NOT NULL,
  `value` MEDIUMTEXT,
  PRIMARY KEY (cid, user_id, path_id)
);

CREATE TABLE capability_user (
  cid INT UNSIGNED NOT NULL,
  `user` INT UNSIGNED NOT NULL,
  cap VARCHAR(64) NOT NULL,
  PRIMARY KEY (cid, `user`, cap)
);

CREATE TABLE filestore_usage (
  cid INT UNSIGNED NOT NULL,
  `user` INT UNSIGNED NOT NULL DEFAULT 0,
  used BIGINT NOT NULL,
  PRIMARY KEY (cid, `user`)
);

CREATE TABLE user_mail_account (
  cid INT UNSIGNED NOT NULL,
  id INT UNSIGNED NOT NULL,
  `user` INT UNSIGNED NOT NULL,
  name VARCHAR(256) NOT NULL,
  url VARCHAR(256) NOT NULL,
  login VARCHAR(256) NOT NULL,
  password VARCHAR(512),
  primary_addr VARCHAR(256) NOT NULL,
  personal VARCHAR(64),
  replyTo VARCHAR(256),
  default_flag TINYINT UNSIGNED NOT NULL DEFAULT 0,
  spam_handler VARCHAR(128) NOT NULL,
  trash VARCHAR(64),
  sent VARCHAR(64),
  drafts VARCHAR(64),
  spam VARCHAR(64),
  confirmed_spam VARCHAR(64),
  confirmed_ham VARCHAR(64),
  archive VARCHAR(64) DEFAULT '',
  trash_fullname VARCHAR(256),
  sent_fullname VARCHAR(256),
  drafts_fullname VARCHAR(256),
  spam_fullname VARCHAR(256),
  confirmed_spam_fullname VARCHAR(256),
  confirmed_ham_fullname VARCHAR(256),
  archive_fullname VARCHAR(256) DEFAULT '',
  unified_inbox TINYINT UNSIGNED DEFAULT 0,
  starttls TINYINT UNSIGNED NOT NULL DEFAULT 0,
  oauth INT UNSIGNED,
  disabled TINYINT UNSIGNED NOT NULL DEFAULT 0,
  failed_auth_count INT UNSIGNED NOT NULL DEFAULT 0,
  failed_auth_date BIGINT NOT NULL DEFAULT 0,
  secondary TINYINT UNSIGNED NOT NULL DEFAULT 0,
  deactivated TINYINT UNSIGNED NOT NULL DEFAULT 0,
  PRIMARY KEY (cid, id, `user`),
  KEY user_mail_account_user (cid, `user`)
);

CREATE TABLE user_transport_account (
  cid INT UNSIGNED NOT NULL,
  id INT UNSIGNED NOT NULL,
  `user` INT UNSIGNED NOT NULL,
  name VARCHAR(256) NOT NULL,
  url VARCHAR(256) NOT NULL,
  login VARCHAR(256) NOT NULL,
  password VARCHAR(512),
  send_addr VARCHAR(256) NOT NULL,
  personal VARCHAR(64),
  replyTo VARCHAR(256),
  default_flag TINYINT UNSIGNED NOT NULL DEFAULT 0,
  unified_inbox TINYINT UNSIGNED DEFAULT 0,
  starttls TINYINT UNSIGNED NOT NULL DEFAULT 0,
  oauth INT UNSIGNED,
  disabled TINYINT UNSIGNED NOT NULL DEFAULT 0,
  failed_auth_count INT UNSIGNED NOT NULL DEFAULT 0,
  failed_auth_date BIGINT NOT NULL DEFAULT 0,
  secondary TINYINT UNSIGNED NOT NULL DEFAULT 0,
  deactivated TINYINT UNSIGNED NOT NULL DEFAULT 0,
  PRIMARY KEY (cid, id, `user`),
  KEY user_transport_account_user (cid, `user`)
);

CREATE TABLE user_mail_account_properties (
  cid INT UNSIGNED NOT NULL,
  id INT UNSIGNED NOT NULL,
  `user` INT UNSIGNED NOT NULL,
  name VARCHAR(128) NOT NULL,
  `value` VARCHAR(256) NOT NULL,
  PRIMARY KEY (cid, id, `user`, name)
);

CREATE TABLE user_transport_account_properties (
  cid INT UNSIGNED NOT NULL,
  id INT UNSIGNED NOT NULL,
  `user` INT UNSIGNED NOT NULL,
  name VARCHAR(128) NOT NULL,
  `value` VARCHAR(256) NOT NULL,
  PRIMARY KEY (cid, id, `user`, name)
);

CREATE TABLE `groups` (
  cid INT UNSIGNED NOT NULL,
  id INT UNSIGNED NOT NULL,
  identifier VARCHAR(128) NOT NULL,
  displayName VARCHAR(128) NOT NULL,
  lastModified BIGINT NOT NULL,
  PRIMARY KEY (cid, id)
);

CREATE TABLE `del_groups` (
  cid INT UNSIGNED NOT NULL,
  id INT UNSIGNED NOT NULL,
  identifier VARCHAR(128) NOT NULL,
  displayName VARCHAR(128) NOT NULL,
  lastModified BIGINT NOT NULL,
  PRIMARY KEY (cid, id)
);

CREATE TABLE groups_member (
  cid INT UNSIGNED NOT NULL,
  id INT UNSIGNED NOT NULL,
  member INT UNSIGNED NOT NULL,
  PRIMARY KEY (cid, id, member)
);

CREATE TABLE resource (
  cid INT UNSIGNED NOT NULL,
  id INT UNSIGNED NOT NULL,
  identifier VARCHAR(128) NOT NULL,
  displayName VARCHAR(128) NOT NULL,
  mail VARCHAR(256),
  available BOOLEAN NOT NULL,
  description TEXT,
  lastModified BIGINT NOT NULL,
  PRIMARY KEY (cid, id)
);

CREATE TABLE del_resource (
  cid INT UNSIGNED NOT NULL,
  id INT UNSIGNED NOT NULL,
  identifier VARCHAR(128) NOT NULL DEFAULT '',
  displayName VARCHAR(128) NOT NULL DEFAULT '',
  mail VARCHAR(256),
  available BOOLEAN NOT NULL DEFAULT FALSE,
  description TEXT,
  lastModified BIGINT NOT NULL,
  PRIMARY KEY (cid, id)
);

CREATE TABLE oxfolder_tree (
  cid INT UNSIGNED NOT NULL,
  fuid INT UNSIGNED NOT NULL,
  parent INT UNSIGNED NOT NULL,
  fname VARCHAR(767) NOT NULL,
  module TINYINT UNSIGNED NOT NULL,
  type TINYINT UNSIGNED NOT NULL,
  creating_date BIGINT NOT NULL,
  created_from INT UNSIGNED NOT NULL,
  changing_date BIGINT NOT NULL,
  changed_from INT UNSIGNED NOT NULL,
  permission_flag TINYINT UNSIGNED NOT NULL,
  subfolder_flag TINYINT UNSIGNED NOT NULL,
  default_flag TINYINT UNSIGNED NOT NULL DEFAULT 0,
  meta BLOB,
  origin VARCHAR(255),
  PRIMARY KEY (cid, fuid),
  KEY folder_parent (cid, parent),
  KEY folder_type (cid, type),
  KEY folder_module (cid, module),
  KEY folder_changed (cid, changing_date, module)
);

CREATE TABLE oxfolder_permissions (
  cid INT UNSIGNED NOT NULL,
  fuid INT UNSIGNED NOT NULL,
  permission_id INT UNSIGNED NOT NULL,
  fp TINYINT UNSIGNED NOT NULL,
  orp TINYINT UNSIGNED NOT NULL,
  owp TINYINT UNSIGNED NOT NULL,
  odp TINYINT UNSIGNED NOT NULL,
  admin_flag TINYINT UNSIGNED NOT NULL,
  group_flag TINYINT UNSIGNED NOT NULL,
  `system` TINYINT NOT NULL DEFAULT 0,
  type INT UNSIGNED NOT NULL DEFAULT 0,
  sharedParentFolder INT UNSIGNED,
  PRIMARY KEY (cid, fuid, permission_id, `system`),
  KEY permission_holder (cid, permission_id, fuid)
);

CREATE TABLE del_oxfolder_tree (
  cid INT UNSIGNED NOT NULL,
  fuid INT UNSIGNED NOT NULL,
  parent INT UNSIGNED NOT NULL,
  fname VARCHAR(767) NOT NULL,
  module TINYINT UNSIGNED NOT NULL,
  type TINYINT UNSIGNED NOT NULL,
  creating_date BIGINT NOT NULL,
  created_from INT UNSIGNED NOT NULL,
  changing_date BIGINT NOT NULL,
  changed_from INT UNSIGNED NOT NULL,
  permission_flag TINYINT UNSIGNED NOT NULL,
  subfolder_flag TINYINT UNSIGNED NOT NULL,
  default_flag TINYINT UNSIGNED NOT NULL DEFAULT 0,
  meta BLOB,
  origin VARCHAR(255),
  PRIMARY KEY (cid, fuid),
  KEY del_folder_parent (cid, parent),
  KEY del_folder_type (cid, type),
  KEY del_folder_module (cid, module),
  KEY del_folder_changed (cid, changing_date, module)
);

CREATE TABLE del_oxfolder_permissions (
  cid INT UNSIGNED NOT NULL,
  fuid INT UNSIGNED NOT NULL,
  permission_id INT UNSIGNED NOT NULL,
  fp TINYINT UNSIGNED NOT NULL,
  orp TINYINT UNSIGNED NOT NULL,
  owp TINYINT UNSIGNED NOT NULL,
  odp TINYINT UNSIGNED NOT NULL,
  admin_flag TINYINT UNSIGNED NOT NULL,
  group_flag TINYINT UNSIGNED NOT NULL,
  `system` TINYINT NOT NULL DEFAULT 0,
  type INT UNSIGNED NOT NULL DEFAULT 0,
  sharedParentFolder INT UNSIGNED,
  PRIMARY KEY (cid, fuid, permission_id, `system`),
  KEY del_permission_holder (cid, permission_id, fuid)
);

CREATE TABLE oxfolder_specialfolders (
  cid INT UNSIGNED NOT NULL,
  tag VARCHAR(16) NOT NULL,
  fuid INT UNSIGNED NOT NULL,
  PRIMARY KEY (cid, fuid, tag)
);

CREATE TABLE oxfolder_userfolders (
  cid INT UNSIGNED NOT NULL,
  module TINYINT UNSIGNED NOT NULL,
  linksite VARCHAR(32) NOT NULL,
  target VARCHAR(32) NOT NULL,
  img VARCHAR(32) NOT NULL,
  PRIMARY KEY (cid, module)
);

CREATE TABLE oxfolder_userfolders_standardfolders (
  cid INT UNSIGNED NOT NULL,
  owner INT UNSIGNED NOT NULL,
  module TINYINT UNSIGNED NOT NULL,
  fuid INT UNSIGNED NOT NULL,
  PRIMARY KEY (owner, cid, module, fuid)
);

CREATE TABLE oxfolder_reservedpaths (
  cid INT UNSIGNED NOT NULL,
  parent INT UNSIGNED NOT NULL,
  fnamehash BIGINT NOT NULL,
  expires BIGINT NOT NULL,
  PRIMARY KEY (cid, parent, fnamehash)
);

CREATE TABLE oxfolder_property (
  cid INT UNSIGNED NOT NULL,
  id INT UNSIGNED NOT NULL,
  name VARCHAR(128) NOT NULL,
  namespace VARCHAR(128) NOT NULL,
  `value` VARCHAR(255),
  PRIMARY KEY (cid, id, name, namespace)
);

CREATE TABLE oxfolder_user_property (
  cid INT UNSIGNED NOT NULL,
  fuid INT UNSIGNED NOT NULL,
  userid INT UNSIGNED NOT NULL,
  name VARCHAR(128) NOT NULL,
  `value` TINYTEXT,
  PRIMARY KEY (cid, fuid, userid, name)
);

CREATE TABLE prg_contacts (
  cid INT UNSIGNED NOT NULL,
  intfield01 INT NOT NULL,
  fid INT NOT NULL,
  creating_date BIGINT NOT NULL,
  created_from INT NOT NULL,
  changing_date BIGINT NOT NULL,
  changed_from INT,
  userid INT,
  pflag INT,
  timestampfield01 DATE,
  timestampfield02 DATE,
  intfield02 INT,
  intfield03 INT,
  intfield04 INT,
  intfield05 INT,
  intfield06 INT,
  intfield07 INT,
  intfield08 INT,
  field01 VARCHAR(320),
  field02 VARCHAR(128),
  field03 VARCHAR(128),
  field04 VARCHAR(128),
  field05 VARCHAR(64),
  field06 VARCHAR(64),
  field07 VARCHAR(256),
  field08 VARCHAR(64),
  field09 VARCHAR(64),
  field10 VARCHAR(64),
  field11 VARCHAR(64),
  field12 VARCHAR(64),
  field13 VARCHAR(64),
  field14 VARCHAR(64),
  field15 VARCHAR(64),
  field16 VARCHAR(64),
  field17 TEXT,
  field18 VARCHAR(512),
  field19 VARCHAR(128),
  field20 VARCHAR(128),
  field21 VARCHAR(64),
  field22 VARCHAR(64),
  field23 VARCHAR(256),
  field24 VARCHAR(64),
  field25 VARCHAR(128),
  field26 VARCHAR(64),
  field27 VARCHAR(64),
  field28 VARCHAR(64),
  field29 VARCHAR(64),
  field30 VARCHAR(128),
  field31 VARCHAR(64),
  field32 VARCHAR(64),
  field33 VARCHAR(64),
  field34 TEXT,
  field35 VARCHAR(64),
  field36 VARCHAR(64),
  field37 VARCHAR(256),
  field38 VARCHAR(64),
  field39 VARCHAR(64),
  field40 VARCHAR(64),
  field41 VARCHAR(64),
  field42 VARCHAR(64),
  field43 VARCHAR(64),
  field44 VARCHAR(128),
  field45 VARCHAR(64),
  field46 VARCHAR(64),
  field47 VARCHAR(64),
  field48 VARCHAR(64),
  field49 VARCHAR(64),
  field50 VARCHAR(64),
  field51 VARCHAR(64),
  field52 VARCHAR(64),
  field53 VARCHAR(64),
  field54 VARCHAR(64),
  field55 VARCHAR(64),
  field56 VARCHAR(64),
  field57 VARCHAR(64),
  field58 VARCHAR(64),
  field59 VARCHAR(64),
  field60 VARCHAR(64),
  field61 VARCHAR(64),
  field62 VARCHAR(64),
  field63 VARCHAR(64),
  field64 VARCHAR(64),
  field65 VARCHAR(256),
  field66 VARCHAR(256),
  field67 VARCHAR(256),
  field68 VARCHAR(128),
  field69 VARCHAR(1024),
  field70 VARCHAR(64),
  field71 VARCHAR(64),
  field72 VARCHAR(64),
  field73 VARCHAR(64),
  field74 VARCHAR(64),
  field75 VARCHAR(64),
  field76 VARCHAR(64),
  field77 VARCHAR(64),
  field78 VARCHAR(64),
  field79 VARCHAR(64),
  field80 VARCHAR(64),
  field81 VARCHAR(64),
  field82 VARCHAR(64),
  field83 VARCHAR(64),
  field84 VARCHAR(64),
  field85 VARCHAR(64),
  field86 VARCHAR(64),
  field87 VARCHAR(64),
  field88 VARCHAR(64),
  field89 VARCHAR(64),
  field90 VARCHAR(320),
  useCount INT UNSIGNED DEFAULT 0,
  yomiFirstName VARCHAR(128),
  yomiLastName VARCHAR(128),
  yomiCompany VARCHAR(512),
  homeAddress VARCHAR(512),
  businessAddress VARCHAR(512),
  otherAddress VARCHAR(512),
  uid VARCHAR(255),
  filename VARCHAR(255),
  vCardId VARCHAR(256),
  PRIMARY KEY (cid, intfield01, fid),
  KEY contact_creator (created_from),
  KEY contact_changed (changing_date),
  KEY contact_user (userid),
  KEY contact_folder (cid, fid),
  KEY contact_surname (cid, field02),
  KEY contact_given_name (cid, field03),
  KEY contact_department (cid, field19)
);

CREATE TABLE del_contacts (
  cid INT UNSIGNED NOT NULL,
  intfield01 INT NOT NULL,
  fid INT NOT NULL,
  creating_date BIGINT NOT NULL,
  created_from INT NOT NULL,
  changing_date BIGINT NOT NULL,
  changed_from INT,
  userid INT,
  pflag INT,
  timestampfield01 DATE,
  timestampfield02 DATE,
  intfield02 INT,
  intfield03 INT,
  intfield04 INT,
  intfield05 INT,
  intfield06 INT,
  intfield07 INT,
  intfield08 INT,
  field01 VARCHAR(320),
  field02 VARCHAR(128),
  field03 VARCHAR(128),
  field04 VARCHAR(128),
  field05 VARCHAR(64),
  field06 VARCHAR(64),
  field07 VARCHAR(256),
  field08 VARCHAR(64),
  field09 VARCHAR(64),
  field10 VARCHAR(64),
  field11 VARCHAR(64),
  field12 VARCHAR(64),
  field13 VARCHAR(64),
  field14 VARCHAR(64),
  field15 VARCHAR(64),
  field16 VARCHAR(64),
  field17 TEXT,
  field18 VARCHAR(512),
  field19 VARCHAR(128),
  field20 VARCHAR(128),
  field21 VARCHAR(64),
  field22 VARCHAR(64),
  field23 VARCHAR(256),
  field24 VARCHAR(64),
  field25 VARCHAR(128),
  field26 VARCHAR(64),
  field27 VARCHAR(64),
  field28 VARCHAR(64),
  field29 VARCHAR(64),
  field30 VARCHAR(128),
  field31 VARCHAR(64),
  field32 VARCHAR(64),
  field33 VARCHAR(64),
  field34 TEXT,
  field35 VARCHAR(64),
  field36 VARCHAR(64),
  field37 VARCHAR(256),
  field38 VARCHAR(64),
  field39 VARCHAR(64),
  field40 VARCHAR(64),
  field41 VARCHAR(64),
  field42 VARCHAR(64),
  field43 VARCHAR(64),
  field44 VARCHAR(128),
  field45 VARCHAR(64),
  field46 VARCHAR(64),
  field47 VARCHAR(64),
  field48 VARCHAR(64),
  field49 VARCHAR(64),
  field50 VARCHAR(64),
  field51 VARCHAR(64),
  field52 VARCHAR(64),
  field53 VARCHAR(64),
  field54 VARCHAR(64),
  field55 VARCHAR(64),
  field56 VARCHAR(64),
  field57 VARCHAR(64),
  field58 VARCHAR(64),
  field59 VARCHAR(64),
  field60 VARCHAR(64),
  field61 VARCHAR(64),
  field62 VARCHAR(64),
  field63 VARCHAR(64),
  field64 VARCHAR(64),
  field65 VARCHAR(256),
  field66 VARCHAR(256),
  field67 VARCHAR(256),
  field68 VARCHAR(128),
  field69 VARCHAR(1024),
  field70 VARCHAR(64),
  field71 VARCHAR(64),
  field72 VARCHAR(64),
  field73 VARCHAR(64),
  field74 VARCHAR(64),
  field75 VARCHAR(64),
  field76 VARCHAR(64),
  field77 VARCHAR(64),
  field78 VARCHAR(64),
  field79 VARCHAR(64),
  field80 VARCHAR(64),
  field81 VARCHAR(64),
  field82 VARCHAR(64),
  field83 VARCHAR(64),
  field84 VARCHAR(64),
  field85 VARCHAR(64),
  field86 VARCHAR(64),
  field87 VARCHAR(64),
  field88 VARCHAR(64),
  field89 VARCHAR(64),
  field90 VARCHAR(320),
  useCount INT UNSIGNED DEFAULT 0,
  yomiFirstName VARCHAR(128),
  yomiLastName VARCHAR(128),
  yomiCompany VARCHAR(512),
  homeAddress VARCHAR(512),
  businessAddress VARCHAR(512),
  otherAddress VARCHAR(512),
  uid VARCHAR(255),
  filename VARCHAR(255),
  vCardId VARCHAR(256),
  PRIMARY KEY (cid, intfield01, fid)
);

CREATE TABLE prg_contacts_image (
  cid INT UNSIGNED NOT NULL,
  intfield01 INT NOT NULL,
  image1 MEDIUMBLOB,
  changing_date BIGINT NOT NULL,
  mime_type VARCHAR(32) NOT NULL,
  PRIMARY KEY (cid, intfield01)
);

CREATE TABLE del_contacts_image (
  cid INT UNSIGNED NOT NULL,
  intfield01 INT NOT NULL,
  image1 MEDIUMBLOB,
  changing_date BIGINT NOT NULL,
  mime_type VARCHAR(32) NOT NULL,
  PRIMARY KEY (cid, intfield01)
);

CREATE TABLE sequence_id (cid INT UNSIGNED NOT NULL, id INT UNSIGNED NOT NULL, PRIMARY KEY (cid));

CREATE TABLE sequence_principal (cid INT UNSIGNED NOT NULL, id INT UNSIGNED NOT NULL, PRIMARY KEY (cid));

CREATE TABLE sequence_resource (cid INT UNSIGNED NOT NULL, id INT UNSIGNED NOT NULL, PRIMARY KEY (cid));

CREATE TABLE sequence_resource_group (cid INT UNSIGNED NOT NULL, id INT UNSIGNED NOT NULL, PRIMARY KEY (cid));

CREATE TABLE sequence_folder (cid INT UNSIGNED NOT NULL, id INT UNSIGNED NOT NULL, PRIMARY KEY (cid));

CREATE TABLE sequence_calendar (cid INT UNSIGNED NOT NULL, id INT UNSIGNED NOT NULL, PRIMARY KEY (cid));

CREATE TABLE sequence_contact (cid INT UNSIGNED NOT NULL, id INT UNSIGNED NOT NULL, PRIMARY KEY (cid));

CREATE TABLE sequence_task (cid INT UNSIGNED NOT NULL, id INT UNSIGNED NOT NULL, PRIMARY KEY (cid));

CREATE TABLE sequence_project (cid INT UNSIGNED NOT NULL, id INT UNSIGNED NOT NULL, PRIMARY KEY (cid));

CREATE TABLE sequence_infostore (cid INT UNSIGNED NOT NULL, id INT UNSIGNED NOT NULL, PRIMARY KEY (cid));

CREATE TABLE sequence_forum (cid INT UNSIGNED NOT NULL, id INT UNSIGNED NOT NULL, PRIMARY KEY (cid));

CREATE TABLE sequence_pinboard (cid INT UNSIGNED NOT NULL, id INT UNSIGNED NOT NULL, PRIMARY KEY (cid));

CREATE TABLE sequence_attachment (cid INT UNSIGNED NOT NULL, id INT UNSIGNED NOT NULL, PRIMARY KEY (cid));

CREATE TABLE sequence_gui_setting (cid INT UNSIGNED NOT NULL, id INT UNSIGNED NOT NULL, PRIMARY KEY (cid));

CREATE TABLE sequence_reminder (cid INT UNSIGNED NOT NULL, id INT UNSIGNED NOT NULL, PRIMARY KEY (cid));

CREATE TABLE sequence_ical (cid INT UNSIGNED NOT NULL, id INT UNSIGNED NOT NULL, PRIMARY KEY (cid));

CREATE TABLE sequence_webdav (cid INT UNSIGNED NOT NULL, id INT UNSIGNED NOT NULL, PRIMARY KEY (cid));

CREATE TABLE sequence_mail_service (cid INT UNSIGNED NOT NULL, id INT UNSIGNED NOT NULL, PRIMARY KEY (cid));

CREATE TABLE sequence_genconf (cid INT UNSIGNED NOT NULL, id INT UNSIGNED NOT NULL, PRIMARY KEY (cid));

CREATE TABLE sequence_subscriptions (cid INT UNSIGNED NOT NULL, id INT UNSIGNED NOT NULL, PRIMARY KEY (cid));

CREATE TABLE sequenceIds (cid INT UNSIGNED NOT NULL, type VARCHAR(128) NOT NULL, id INT UNSIGNED NOT NULL, PRIMARY KEY (cid, type));
