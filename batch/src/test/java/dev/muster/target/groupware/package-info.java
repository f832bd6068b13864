/** The groupware target on H2 and on a real MariaDB. */
@org.jspecify.annotations.NullMarked
package dev.muster.target.groupware;
