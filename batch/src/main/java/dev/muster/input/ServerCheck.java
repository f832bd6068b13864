package dev.muster.input;

import dev.muster.model.AccountField;
import dev.muster.model.AccountMember;
import dev.muster.model.EndpointSource;
import dev.muster.model.ErrorCode;
import dev.muster.model.MailServer.Side;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One of the two servers of a shared account, for reading or for sending: where it comes from, and what is said of it. */
final class ServerCheck {
    private static final Pattern HOST =
            Pattern.compile("[\\p{L}\\p{N}]([\\p{L}\\p{N}._-]*[\\p{L}\\p{N}])?|\\[[0-9A-Fa-f:.]+\\]");
    private static final Map<Side, List<String>> PROTOCOLS =
            Map.of(Side.MAIL, List.of("imap", "pop3"), Side.TRANSPORT, List.of("smtp"));
    private static final List<String> SOURCES =
            Stream.of(EndpointSource.values()).map(EndpointSource::id).toList();
    private static final int LAST_PORT = 65_535;

    private final Row row;
    private final Side side;

    ServerCheck(Row row, Side side) {
        this.row = row;
        this.side = side;
    }

    /** Where the server is taken from: what the row says, else its settings where it names a server. */
    Optional<EndpointSource> source() {
        values();
        Optional<String> said = row.first(AccountColumns.source(side));
        Optional<EndpointSource> source = said.flatMap(EndpointSource::of);
        if (said.isPresent() && source.isEmpty()) {
            problem(
                    ErrorCode.VALUE_INVALID,
                    AccountColumns.source(side).name(),
                    "There is no end-point source " + Text.quoted(said.get()) + ".",
                    Hint.among(said.get(), SOURCES));
        }
        source.ifPresent(this::together);
        return source.isEmpty() && named() ? Optional.of(EndpointSource.NONE) : source;
    }

    /** Who may send, but gets no server for it, can do so with her own account only: worth a word, no fault. */
    void noteWhoCannotSend(Optional<EndpointSource> source, List<AccountMember> members) {
        boolean none = row.cleared(AccountColumns.field(side.server()))
                || source.filter(EndpointSource.NONE::equals).isPresent() && !named();
        List<String> senders = members.stream()
                .filter(member -> member.role().reads() && member.role().sends())
                .map(member -> member.who().name() + " (" + member.role().id() + ")")
                .limit(5)
                .toList();
        if (none && !senders.isEmpty()) {
            row.note(
                    ErrorCode.VALUE_CONTRADICTS,
                    side.server().id(),
                    "The account has no server for sending, but members who may send: " + String.join(", ", senders)
                            + ".",
                    "They read it in the groupware and send from their mail programs only. Name a server or the source"
                            + " primary, or make them editors.");
        }
    }

    private void together(EndpointSource source) {
        List<String> given = fields().filter(this::said).map(AccountField::id).toList();
        if (source != EndpointSource.NONE && !given.isEmpty()) {
            problem(
                    ErrorCode.VALUE_CONTRADICTS,
                    given.get(0),
                    "The server is taken from '" + source.id() + "', and yet there is " + String.join(", ", given)
                            + ".",
                    "Leave that out, or write none into " + AccountColumns.source(side) + ".");
        }
        boolean needed = side == Side.MAIL || !given.isEmpty();
        if (source == EndpointSource.NONE && needed && !named()) {
            problem(
                    ErrorCode.VALUE_MISSING,
                    side.server().id(),
                    "Where the source is none, the server has to be named.",
                    "Fill in " + side.server().id() + ", or write primary or localhost into "
                            + AccountColumns.source(side) + ".");
        }
    }

    private void values() {
        text(side.server())
                .filter(host -> !HOST.matcher(host).matches())
                .ifPresent(host -> problem(
                        ErrorCode.VALUE_INVALID,
                        side.server().id(),
                        Text.quoted(host) + " is no name of a server.",
                        "Write the name only: protocol and port have columns of their own."));
        text(field("-port"))
                .filter(port -> !port(port))
                .ifPresent(port -> problem(
                        ErrorCode.VALUE_INVALID,
                        field("-port").id(),
                        Text.quoted(port) + " is no port.",
                        "Write a number from 1 to " + LAST_PORT + "."));
        List<String> protocols = PROTOCOLS.getOrDefault(side, List.of());
        text(field("-protocol"))
                .filter(protocol -> !protocols.contains(protocol.toLowerCase(Locale.ROOT)))
                .ifPresent(protocol -> problem(
                        ErrorCode.VALUE_INVALID,
                        field("-protocol").id(),
                        Text.quoted(protocol) + " is no protocol for this.",
                        Hint.among(protocol, protocols)));
    }

    private static boolean port(String text) {
        int port = Integer.parseInt(text);
        return port > 0 && port <= LAST_PORT;
    }

    private boolean named() {
        return said(side.server());
    }

    private boolean said(AccountField field) {
        return text(field).isPresent();
    }

    private Optional<String> text(AccountField field) {
        return row.first(AccountColumns.field(field));
    }

    private AccountField field(String end) {
        return fields().filter(field -> field.id().endsWith(end)).findFirst().orElseThrow();
    }

    private Stream<AccountField> fields() {
        return Stream.of(AccountField.values())
                .filter(AccountField::isServer)
                .filter(field -> field.isTransport() == (side == Side.TRANSPORT));
    }

    private void problem(ErrorCode code, String field, String reason, String suggestion) {
        row.problem(code, field, reason, suggestion);
    }
}
