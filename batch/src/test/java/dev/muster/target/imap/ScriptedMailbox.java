package dev.muster.target.imap;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;

/** A small Dovecot for one mailbox: it creates, subscribes and lists. */
final class ScriptedMailbox implements Function<String, String> {
    private final Set<String> folders = new LinkedHashSet<>();
    private final Set<String> subscribed = new LinkedHashSet<>();

    @Override
    public synchronized String apply(String command) {
        String argument = command.replaceFirst("^\\S+ ?", "").replaceFirst(" \\(USE.*", "");
        return switch (command.split(" ")[0]) {
            case "CAPABILITY" -> "* CAPABILITY IMAP4rev1 LIST-EXTENDED SPECIAL-USE NAMESPACE\nT OK done";
            case "NAMESPACE" -> "* NAMESPACE ((\"\" \"/\")) ((\"shared/\" \"/\")) NIL\nT OK done";
            case "ID" -> "* ID (\"name\" \"Dovecot\")\nT OK done";
            case "CREATE" -> folders.add(argument) ? "T OK done" : "T NO [ALREADYEXISTS] there";
            case "SUBSCRIBE" -> subscribed.add(argument) ? "T OK done" : "T OK again";
            case "LIST" -> command.contains("*") ? list() : "* LIST (\\Noselect) \"/\" \"\"\nT OK done";
            case "LOGOUT" -> "* BYE\nT OK done";
            default -> "T OK done";
        };
    }

    private String list() {
        StringBuilder lines = new StringBuilder("* LIST () \"/\" INBOX\n");
        for (String folder : folders) {
            String attributes = subscribed.contains(folder) ? "\\Subscribed" : "";
            lines.append("* LIST (")
                    .append(attributes)
                    .append(") \"/\" ")
                    .append(folder)
                    .append('\n');
        }
        return lines.append("T OK done").toString();
    }
}
