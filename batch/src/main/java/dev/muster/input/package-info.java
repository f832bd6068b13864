/**
 * A feed (CSV, LDIF or YAML) becomes drafts of people, groups and shared accounts, or problems: format detection, column
 * mapping, validation, duplicates inside the feed, the reject file. Talks to no server; what is wrong with a row is a value, what is wrong with the
 * whole feed is a {@link dev.muster.input.FeedException}.
 */
@org.jspecify.annotations.NullMarked
package dev.muster.input;
