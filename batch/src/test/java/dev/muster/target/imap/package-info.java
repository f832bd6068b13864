/** The IMAP target against scripted peers and real servers. */
@org.jspecify.annotations.NullMarked
package dev.muster.target.imap;
