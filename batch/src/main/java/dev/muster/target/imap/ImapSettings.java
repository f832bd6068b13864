package dev.muster.target.imap;

import dev.muster.model.FolderRole;
import dev.muster.model.Secret;
import dev.muster.target.ConfiguredCommand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How the mail server is reached and what it is asked to do. Immutable; the password is a {@link Secret} and shows in no
 * text form.
 *
 * @param knownFolders the names under which a role's folder may already be there, in every language, without regard to
 *     case: a mailbox that has one of them gets no second folder for that role
 * @param onDelete what becomes of the mailbox of somebody who is deleted
 */
public record ImapSettings(
        Server server,
        Login login,
        Quota quota,
        Map<String, FolderRole> knownFolders,
        Limits limits,
        OnDelete onDelete) {
    /** Which make of server; they differ in who creates INBOX, who sets limits and who flags special use. */
    public enum Kind {
        /** The server tells by the ID command; whoever does not is treated as Dovecot. */
        AUTO,
        DOVECOT,
        CYRUS
    }

    /** How the connection is protected. */
    public enum Security {
        NONE,
        STARTTLS,
        IMAPS
    }

    /** Whose password opens a mailbox. */
    public enum Style {
        /** The administrator's, with the person as SASL authorization id (RFC 4616): works for everybody. */
        ADMINISTRATOR,
        /** The person's own, which only a plan with a clear password has: reading answers unknown. */
        PERSON
    }

    public record Server(Kind kind, String host, int port, Tls tls) {
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /**
     * @param caFile certificates (PEM) of the authorities to trust; empty = those of the Java runtime
     * @param checkHost whether the certificate must be made out to the host
     */
    public record Tls(Security security, Optional<Path> caFile, boolean checkHost) {
        public static Tls none() {
            return new Tls(Security.NONE, Optional.empty(), true);
        }
    }

    public record Login(String administrator, Secret password, Style style) {}

    /** Who sets the limit of a mailbox. */
    public sealed interface Quota {
        /** SETQUOTA (RFC 9208), by the administrator. */
        record SetQuota() implements Quota {}

        /** The mail server reads it from the directory: the LDAP target writes it. */
        record LdapAttribute() implements Quota {}

        /**
         * A command, started once per change.
         *
         * @param command program and arguments, without a shell; {@code {user}} and {@code {megabytes}} (0 = no limit)
         *     are filled in
         */
        record Doveadm(List<String> command) implements Quota {
            public Doveadm {
                command = List.copyOf(command);
            }
        }

        /** Nobody: limits are not Muster's business. */
        record None() implements Quota {}

        /** Whether this target writes the limit, and so keeps the field. */
        default boolean isOurs() {
            return this instanceof SetQuota || this instanceof Doveadm;
        }
    }

    /** What becomes of a mailbox. In commands, {@code {username}} is filled in. */
    public sealed interface OnDelete {
        /** Nothing; the name is not given to somebody else unasked. */
        record Keep() implements OnDelete {}

        /** The command puts it elsewhere. */
        record Archive(ConfiguredCommand command) implements OnDelete {}

        /**
         * It is emptied, or removed where the server can do that.
         *
         * @param home what removes the home afterwards, where the server keeps one
         */
        record Purge(Optional<ConfiguredCommand> home) implements OnDelete {}
    }

    /**
     * @param connections how many people are worked on side by side, at least 1
     * @param attempts how often a person's work is begun where the server is away for a moment, at least 1
     * @param connect for opening a connection
     * @param person for all attempts for one person together
     * @param call for one call of the target
     */
    public record Limits(int connections, int attempts, Duration connect, Duration person, Duration call) {
        private static final int PEOPLE_PER_LIMIT = 100;

        public static Limits usual(int connections) {
            return new Limits(connections, 8, Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofMinutes(15));
        }

        /** For letting so many people into one mailbox: servers write the whole list anew for each of them. */
        Duration access(int people) {
            return person.multipliedBy(1 + people / PEOPLE_PER_LIMIT);
        }
    }

    public ImapSettings {
        Map<String, FolderRole> folded = new HashMap<>();
        knownFolders.forEach((name, role) -> folded.put(name.toLowerCase(Locale.ROOT), role));
        knownFolders = Map.copyOf(folded);
    }

    /** Settings that keep the mailboxes of those who go. */
    public ImapSettings(Server server, Login login, Quota quota, Map<String, FolderRole> knownFolders, Limits limits) {
        this(server, login, quota, knownFolders, limits, new OnDelete.Keep());
    }

    public ImapSettings withKnownFolders(Map<String, FolderRole> other) {
        return new ImapSettings(server, login, quota, other, limits, onDelete);
    }

    /** For somebody who waits for the answer. */
    public ImapSettings withAttempts(int attempts) {
        Limits fewer = new Limits(limits.connections(), attempts, limits.connect(), limits.person(), limits.call());
        return new ImapSettings(server, login, quota, knownFolders, fewer, onDelete);
    }

    public ImapSettings withOnDelete(OnDelete other) {
        return new ImapSettings(server, login, quota, knownFolders, limits, other);
    }
}
