/**
 * The groupware database: users, their address book entries, folders and mail accounts, as rows of the App Suite payload
 * schema. Looks at what columns a database has instead of asking for its version; writes rows only, never tables
 * ({@link dev.muster.target.groupware.GroupwareInit} apart).
 */
@org.jspecify.annotations.NullMarked
package dev.muster.target.groupware;
