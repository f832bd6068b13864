-- What 7.10.6 has otherwise than groupware.sql: unix columns, narrower logins and passwords, two more sequences and
-- foreign keys from the settings to users and groups, from folders to users and from permissions to folders.

ALTER TABLE `user` ADD COLUMN uidNumber INT UNSIGNED NOT NULL DEFAULT 0;
ALTER TABLE `user` ADD COLUMN gidNumber INT UNSIGNED NOT NULL DEFAULT 0;
ALTER TABLE `user` ADD COLUMN homeDirectory VARCHAR(128) NOT NULL DEFAULT '';
ALTER TABLE `user` ADD COLUMN loginShell VARCHAR(128) NOT NULL DEFAULT '';
ALTER TABLE `user` MODIFY COLUMN imapLogin VARCHAR(128);
ALTER TABLE `user` MODIFY COLUMN userPassword VARCHAR(128);

ALTER TABLE del_user ADD COLUMN uidNumber INT UNSIGNED NOT NULL DEFAULT 0;
ALTER TABLE del_user ADD COLUMN gidNumber INT UNSIGNED NOT NULL DEFAULT 0;
ALTER TABLE del_user ADD COLUMN homeDirectory VARCHAR(128) NOT NULL DEFAULT '';
ALTER TABLE del_user ADD COLUMN loginShell VARCHAR(128) NOT NULL DEFAULT '';
ALTER TABLE del_user MODIFY COLUMN imapLogin VARCHAR(128);
ALTER TABLE del_user MODIFY COLUMN userPassword VARCHAR(128);

ALTER TABLE `groups` ADD COLUMN gidNumber INT UNSIGNED NOT NULL DEFAULT 0;
ALTER TABLE `del_groups` ADD COLUMN gidNumber INT UNSIGNED NOT NULL DEFAULT 0;

CREATE TABLE login2user (
  cid INT UNSIGNED NOT NULL,
  id INT UNSIGNED NOT NULL,
  uid VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (cid, uid)
);

ALTER TABLE user_mail_account MODIFY COLUMN login VARCHAR(128) NOT NULL;
ALTER TABLE user_mail_account MODIFY COLUMN password VARCHAR(256);
ALTER TABLE user_mail_account MODIFY COLUMN replyTo VARCHAR(64);

ALTER TABLE user_transport_account MODIFY COLUMN login VARCHAR(128) NOT NULL;
ALTER TABLE user_transport_account MODIFY COLUMN password VARCHAR(256);
ALTER TABLE user_transport_account MODIFY COLUMN replyTo VARCHAR(64);

CREATE TABLE sequence_uid_number (cid INT UNSIGNED NOT NULL, id INT UNSIGNED NOT NULL, PRIMARY KEY (cid));

CREATE TABLE sequence_gid_number (cid INT UNSIGNED NOT NULL, id INT UNSIGNED NOT NULL, PRIMARY KEY (cid));

ALTER TABLE user_configuration ADD CONSTRAINT user_configuration_user FOREIGN KEY (cid, `user`) REFERENCES `user` (cid, id);
ALTER TABLE user_setting_mail ADD CONSTRAINT user_setting_mail_user FOREIGN KEY (cid, `user`) REFERENCES `user` (cid, id);
ALTER TABLE user_setting_mail_signature ADD CONSTRAINT user_setting_mail_signature_user FOREIGN KEY (cid, `user`) REFERENCES `user` (cid, id);
ALTER TABLE user_setting_spellcheck ADD CONSTRAINT user_setting_spellcheck_user FOREIGN KEY (cid, `user`) REFERENCES `user` (cid, id);
ALTER TABLE user_setting_admin ADD CONSTRAINT user_setting_admin_user FOREIGN KEY (cid, `user`) REFERENCES `user` (cid, id);
ALTER TABLE user_setting_server ADD CONSTRAINT user_setting_server_user FOREIGN KEY (cid, `user`) REFERENCES `user` (cid, id);
ALTER TABLE user_attribute ADD CONSTRAINT user_attribute_user FOREIGN KEY (cid, id) REFERENCES `user` (cid, id);
ALTER TABLE login2user ADD CONSTRAINT login2user_user FOREIGN KEY (cid, id) REFERENCES `user` (cid, id);
ALTER TABLE groups_member ADD CONSTRAINT groups_member_group FOREIGN KEY (cid, id) REFERENCES `groups` (cid, id);
ALTER TABLE groups_member ADD CONSTRAINT groups_member_user FOREIGN KEY (cid, member) REFERENCES `user` (cid, id);
ALTER TABLE oxfolder_tree ADD CONSTRAINT oxfolder_tree_creator FOREIGN KEY (cid, created_from) REFERENCES `user` (cid, id);
ALTER TABLE oxfolder_tree ADD CONSTRAINT oxfolder_tree_changer FOREIGN KEY (cid, changed_from) REFERENCES `user` (cid, id);
ALTER TABLE oxfolder_permissions ADD CONSTRAINT oxfolder_permissions_folder FOREIGN KEY (cid, fuid) REFERENCES oxfolder_tree (cid, fuid);
ALTER TABLE oxfolder_specialfolders ADD CONSTRAINT oxfolder_specialfolders_folder FOREIGN KEY (cid, fuid) REFERENCES oxfolder_tree (cid, fuid);
ALTER TABLE oxfolder_userfolders_standardfolders ADD CONSTRAINT oxfolder_userfolders_standardfolders_folder FOREIGN KEY (cid, fuid) REFERENCES oxfolder_tree (cid, fuid);
