package dev.muster.report;

import dev.muster.model.AccountDifference;
import dev.muster.model.AccountMember;
import dev.muster.model.AccountStatus;
import dev.muster.model.MailAddress;
import dev.muster.model.MailboxStatus;
import dev.muster.model.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What an administrator is told about a shared account. */
public final class AccountPage {
    private static final double MEGABYTE = 1024 * 1024;

    private final AccountStatus status;

    public AccountPage(AccountStatus status) {
        this.status = status;
    }

    /** For a terminal; without a line end. */
    public String text() {
        List<String> lines = new ArrayList<>();
        lines.add(status.key() + ", " + addresses(", "));
        lines.add("folders");
        status.mailbox().folders().forEach(folder -> lines.add(line(folder)));
        lines.add("quota: " + quota(status.mailbox()));
        lines.add("members");
        status.members().forEach(member -> lines.add(line(member)));
        if (!status.differences().isEmpty()) {
            lines.add("differences");
            status.differences().forEach(each -> lines.add("  " + each));
        }
        return String.join(System.lineSeparator(), lines);
    }

    /** RFC 8259; sizes in bytes. */
    public String json() {
        MailboxStatus mailbox = status.mailbox();
        Json json = new Json()
                .with("account", status.key().name())
                .with("addresses", addresses(" "))
                .with(
                        "folders",
                        mailbox.folders().stream().map(AccountPage::json).toList());
        mailbox.usedBytes().ifPresent(bytes -> json.with("usedBytes", bytes));
        mailbox.limitBytes().ifPresent(bytes -> json.with("limitBytes", bytes));
        return json.with("members", status.members().stream().map(this::json).toList())
                .with(
                        "differences",
                        status.differences().stream().map(AccountPage::json).toList())
                .toString();
    }

    private String addresses(String between) {
        return status.addresses().stream().map(MailAddress::value).collect(Collectors.joining(between));
    }

    private static String line(MailboxStatus.Folder folder) {
        return "  %-30s %7d messages %7d unseen%s"
                .formatted(folder.name(), folder.messages(), folder.unseen(), use(folder, "  (%s)"));
    }

    private static String use(MailboxStatus.Folder folder, String form) {
        return folder.role()
                .map(role -> form.formatted(role.name().toLowerCase(Locale.ROOT)))
                .orElse("");
    }

    private static String quota(MailboxStatus mailbox) {
        String used = mailbox.usedBytes().isPresent()
                ? megabytes(mailbox.usedBytes().getAsLong()) + " used"
                : "what is used is not counted";
        return used + ", "
                + (mailbox.limitBytes().isPresent()
                        ? "limit " + megabytes(mailbox.limitBytes().getAsLong())
                        : "no limit");
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE);
    }

    private String line(AccountMember member) {
        String people = member.isGroup() ? " -> " + names(member) : "";
        return "  " + who(member) + ": " + member.role().id() + " ("
                + member.role().words() + ")" + people;
    }

    private static String who(AccountMember member) {
        return member.who().equals(AccountMember.EVERYBODY)
                ? "everybody"
                : member.who().toString();
    }

    private String names(AccountMember member) {
        Set<ObjectKey> people = status.people().getOrDefault(member.who(), Set.of());
        return people.isEmpty()
                ? "nobody"
                : people.stream().map(ObjectKey::name).sorted().collect(Collectors.joining(", "));
    }

    private static Json json(MailboxStatus.Folder folder) {
        return new Json()
                .with("name", folder.name())
                .with("use", use(folder, "%s"))
                .with("messages", folder.messages())
                .with("unseen", folder.unseen());
    }

    private Json json(AccountMember member) {
        return new Json()
                .with("who", who(member))
                .with("role", member.role().id())
                .with("rights", member.role().words())
                .with("people", member.isGroup() ? names(member) : member.who().name());
    }

    private static Json json(AccountDifference difference) {
        return new Json()
                .with("who", difference.who())
                .with("where", difference.where())
                .with("wanted", difference.wanted())
                .with("actual", difference.actual())
                .with("remedy", difference.remedy());
    }
}
