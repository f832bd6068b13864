package dev.muster.model;

import java.net.IDN;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where mail is read or sent, as the groupware keeps it.
 *
 * @param url {@code imap://imap.example.org:143}; {@code imaps} when encrypted from the first byte
 * @param startTls whether encryption begins after the greeting
 */
public record MailServer(String url, boolean startTls) {
    private static final Pattern URL = Pattern.compile("([a-z0-9.+-]+?)(s?)://(\\[[^\\]]+\\]|[^:/]+)(?::(\\d+))?/?");

    /** Reading or sending. */
    public enum Side {
        MAIL,
        TRANSPORT;

        /** Server, port, protocol, secure, starttls, in this order. */
        List<AccountField> fields() {
            return List.of(server(), port(), field("PROTOCOL"), field("SECURE"), field("STARTTLS"));
        }

        /** The field without which there is no server of one's own. */
        public AccountField server() {
            return field("SERVER");
        }

        public AccountField port() {
            return field("PORT");
        }

        /** This machine's own server, which every member reaches in the same way. */
        public MailServer local() {
            return new MailServer(this == MAIL ? "imap://localhost:143" : "smtp://localhost:25", true);
        }

        private AccountField field(String name) {
            return AccountField.valueOf(name() + "_" + name);
        }

        private int port(String protocol, boolean secure) {
            return switch (protocol) {
                case "imap" -> secure ? 993 : 143;
                case "pop3" -> secure ? 995 : 110;
                default -> secure ? 465 : 25;
            };
        }
    }

    /**
     * The server that these fields name; empty where they name none. Without protocol IMAP or SMTP is meant, without port
     * the protocol's own. Names of hosts are written in ASCII (RFC 5891).
     *
     * @throws IllegalArgumentException if the host is none
     */
    public static Optional<MailServer> of(Map<AccountField, String> texts, Side side) {
        List<AccountField> fields = side.fields();
        String host = texts.getOrDefault(fields.get(0), "");
        if (host.isBlank()) {
            return Optional.empty();
        }
        String protocol = texts.getOrDefault(fields.get(2), side == Side.MAIL ? "imap" : "smtp");
        boolean secure = Boolean.parseBoolean(texts.get(fields.get(3)));
        String port = texts.getOrDefault(fields.get(1), Integer.toString(side.port(protocol, secure)));
        return Optional.of(new MailServer(
                protocol + (secure ? "s" : "") + "://" + ascii(host) + ":" + port,
                Boolean.parseBoolean(texts.get(fields.get(4)))));
    }

    /** The five fields of this server; only {@code starttls} where the address is in no form that is known. */
    public Map<AccountField, String> fields(Side side) {
        List<AccountField> fields = side.fields();
        Map<AccountField, String> texts = new EnumMap<>(AccountField.class);
        texts.put(fields.get(4), Boolean.toString(startTls));
        Matcher parts = URL.matcher(url);
        if (parts.matches()) {
            boolean secure = !parts.group(2).isEmpty();
            String port = Optional.ofNullable(parts.group(4))
                    .orElseGet(() -> Integer.toString(side.port(parts.group(1), secure)));
            texts.put(fields.get(0), parts.group(3));
            texts.put(fields.get(1), port);
            texts.put(fields.get(2), parts.group(1));
            texts.put(fields.get(3), Boolean.toString(secure));
        }
        return texts;
    }

    private static String ascii(String host) {
        return host.startsWith("[") ? host : IDN.toASCII(host.strip());
    }
}
