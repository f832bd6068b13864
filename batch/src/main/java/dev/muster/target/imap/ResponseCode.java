package dev.muster.target.imap;

import dev.muster.target.imap.Fault.Kind;
import java.util.Map;

/** What the response codes of RFC 5530 mean for the work, and what the administrator can do about them. */
final class ResponseCode {
    private record Meaning(Kind kind, String suggestion) {}

    private static final Map<String, Meaning> MEANINGS = Map.ofEntries(
            Map.entry("UNAVAILABLE", new Meaning(Kind.TEMPORARY, "See the mail server's log and run resume.")),
            Map.entry("INUSE", new Meaning(Kind.TEMPORARY, "Somebody else holds the mailbox; run resume.")),
            Map.entry(
                    "AUTHENTICATIONFAILED",
                    new Meaning(Kind.LOGIN_REFUSED, "Check that the administrator may act for this person.")),
            Map.entry(
                    "AUTHORIZATIONFAILED",
                    new Meaning(
                            Kind.PERSON_UNKNOWN,
                            "Check that the mail server finds this person in its user database, and that the"
                                    + " administrator may act for others.")),
            Map.entry("EXPIRED", new Meaning(Kind.LOGIN_REFUSED, "The password has expired; set a new one.")),
            Map.entry(
                    "PRIVACYREQUIRED",
                    new Meaning(Kind.UNUSABLE, "The server wants TLS: set imap.security to starttls or imaps.")),
            Map.entry("CONTACTADMIN", new Meaning(Kind.REFUSED, "See the mail server's log.")),
            Map.entry("NOPERM", new Meaning(Kind.REFUSED, "Give the administrator's login the rights for this.")),
            Map.entry("CORRUPTION", new Meaning(Kind.REFUSED, "The mailbox is damaged; repair it on the mail server.")),
            Map.entry("SERVERBUG", new Meaning(Kind.REFUSED, "See the mail server's log.")),
            Map.entry("CLIENTBUG", new Meaning(Kind.REFUSED, "Report this as a fault of Muster.")),
            Map.entry("CANNOT", new Meaning(Kind.REFUSED, "The server cannot do this at all; check the name.")),
            Map.entry("LIMIT", new Meaning(Kind.REFUSED, "A limit of the mail server is reached; raise it there.")),
            Map.entry("OVERQUOTA", new Meaning(Kind.REFUSED, "The mailbox is full; raise its quota.")),
            Map.entry("NONEXISTENT", new Meaning(Kind.REFUSED, "The mailbox is not there; run heal.")));

    private static final Meaning OTHER =
            new Meaning(Kind.REFUSED, "See the mail server's log for this person and correct what it names.");

    private ResponseCode() {}

    /** How a refused login is to be taken: without a code nobody knows whose fault it is. */
    static Fault login(Answer answer) {
        Kind kind = answer.code().isEmpty()
                ? Kind.LOGIN_REFUSED
                : meaning(answer.code()).kind();
        return new Fault(kind == Kind.REFUSED ? Kind.LOGIN_REFUSED : kind, answer.text());
    }

    /** How a refused command is to be taken. */
    static Fault command(String what, Answer answer) {
        Kind kind = meaning(answer.code()).kind();
        return new Fault(kind == Kind.TEMPORARY ? kind : Kind.REFUSED, what + ": " + answer.text());
    }

    /** What the administrator can do about words that begin with a response code, or contain one. */
    static String suggestion(String text) {
        return MEANINGS.entrySet().stream()
                .filter(entry -> text.contains("[" + entry.getKey() + "]"))
                .map(entry -> entry.getValue().suggestion())
                .findFirst()
                .orElse(OTHER.suggestion());
    }

    private static Meaning meaning(String code) {
        return MEANINGS.getOrDefault(code, OTHER);
    }
}
