package dev.muster.target.imap;

/** What kept one person's work from ending well. The message is the server's own words, or what was found. */
final class Fault extends Exception {
    private static final long serialVersionUID = 1L;

    /** Whose trouble it is, and whether trying again may help. */
    enum Kind {
        /** No connection, or no greeting. */
        UNREACHABLE(true),
        /** The connection ended in the middle of the work. */
        DROPPED(true),
        /** The server asks to come back later. */
        TEMPORARY(true),
        /** The deadline passed. */
        LATE(false),
        /** The login was refused; the password may be wrong. */
        LOGIN_REFUSED(false),
        /** The password is right, but there is no such person. */
        PERSON_UNKNOWN(false),
        /** The administrator's own login is refused. */
        CREDENTIALS(false),
        /** The server, as configured, cannot be used. */
        UNUSABLE(false),
        /** A command for this person was refused. */
        REFUSED(false);

        private final boolean passing;

        Kind(boolean passing) {
            this.passing = passing;
        }

        boolean isPassing() {
            return passing;
        }

        /** Whether it says something about the server rather than about the person. */
        boolean isWeather() {
            return passing || this == LATE;
        }
    }

    private final Kind kind;

    Fault(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    Fault(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
