/**
 * People's mailboxes over IMAP: folders in their language, subscriptions, special use and limits, in one burst of
 * commands per person. The only package that knows Angus Mail.
 */
@org.jspecify.annotations.NullMarked
package dev.muster.target.imap;
