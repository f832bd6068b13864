package dev.muster.plan;

import dev.muster.model.AccountDifference;
import dev.muster.model.AccountEntry;
import dev.muster.model.AccountField;
import dev.muster.model.AttachedAccount;
import dev.muster.model.MailAddress;
import dev.muster.model.MailboxRights;
import dev.muster.model.MailboxRoles;
import dev.muster.model.MailboxStatus;
import dev.muster.model.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where a shared account is not as it was asked for, back-end by back-end. Pure; immutable. */
public final class AccountDrift {
    static final String IMPORT = "import again";
    private static final long MEGABYTE = 1024L * 1024;

    private final WantedAccount wanted;
    private final MailboxRoles roles;

    /** @param roles by which letters are said in words */
    public AccountDrift(WantedAccount wanted, MailboxRoles roles) {
        this.wanted = wanted;
        this.roles = roles;
    }

    /** @param actual the directory's object; empty = there is none */
    public List<AccountDifference> directory(Optional<AccountEntry> actual) {
        if (actual.isEmpty()) {
            return List.of(difference("directory", "an object", "none", IMPORT));
        }
        AccountEntry entry = actual.get();
        List<AccountDifference> differences = new ArrayList<>();
        compare(
                differences,
                "directory, address",
                wanted.account().address().value(),
                entry.primary().value());
        compare(differences, "directory, more addresses", said(wanted.others()), said(entry.others()));
        wanted.account()
                .settings()
                .text(AccountField.PERSONAL)
                .ifPresent(personal -> compare(
                        differences,
                        "directory, personal",
                        personal,
                        entry.personal().orElse("")));
        wanted.quotaBytes()
                .ifPresent(limit ->
                        compare(differences, "directory, quota", limit(Optional.of(limit)), limit(entry.quotaBytes())));
        differences.addAll(Roll.of("directory, members", "a member", wanted.readers(), entry.members()));
        return differences;
    }

    /** @param actual who has the account in the groupware */
    public List<AccountDifference> rows(Map<ObjectKey, AttachedAccount> actual) {
        return new RowDrift(wanted).of(actual);
    }

    /** What is in the mailbox. */
    public List<AccountDifference> mailbox(MailboxStatus actual) {
        if (actual.folders().isEmpty()) {
            return List.of(difference("mailbox", "there", "none", IMPORT));
        }
        List<AccountDifference> differences = new ArrayList<>();
        Optional<Long> limit = actual.limitBytes().isPresent()
                ? Optional.of(actual.limitBytes().getAsLong())
                : Optional.empty();
        wanted.quotaBytes()
                .ifPresent(quota -> compare(differences, "mailbox, quota", limit(Optional.of(quota)), limit(limit)));
        return differences;
    }

    /**
     * Who may do what in the mailbox.
     *
     * @param actual what the mail server lists
     * @param logins how the mail server names people
     * @param passedOver identifiers that are nobody's business: the mailbox's own user, the administrator
     */
    public List<AccountDifference> rights(
            MailboxRights actual, Function<ObjectKey, String> logins, Set<String> passedOver) {
        return new RightsDrift(wanted.people(), roles, logins).of(actual, passedOver);
    }

    /**
     * Who may send with the account's addresses.
     *
     * @param where which map: {@code sender map}
     * @param actual by folded address, the logins of those who may now
     * @param logins with which login somebody sends
     */
    public List<AccountDifference> senders(
            String where, Map<String, Set<String>> actual, Function<ObjectKey, String> logins) {
        List<AccountDifference> differences = new ArrayList<>();
        Set<String> senders = wanted.senders().stream().map(logins).collect(Collectors.toCollection(TreeSet::new));
        for (String address : addresses()) {
            Set<String> there = new TreeSet<>(actual.getOrDefault(address, Set.of()));
            differences.addAll(Roll.ofNames(where + ", " + address, "a sender", senders, there));
        }
        return differences;
    }

    private Set<String> addresses() {
        Set<String> addresses = new TreeSet<>();
        addresses.add(wanted.account().address().folded());
        wanted.others().forEach(address -> addresses.add(address.folded()));
        return addresses;
    }

    private void compare(List<AccountDifference> differences, String where, String should, String is) {
        if (!Objects.equals(should, is)) {
            differences.add(difference(where, quoted(should), quoted(is), IMPORT));
        }
    }

    private AccountDifference difference(String where, String should, String is, String remedy) {
        return new AccountDifference(wanted.key().toString(), where, should, is, remedy);
    }

    static String quoted(String value) {
        return value.isEmpty() ? "empty" : "'" + value + "'";
    }

    private static String said(List<MailAddress> addresses) {
        return addresses.stream().map(MailAddress::folded).sorted().collect(Collectors.joining(", "));
    }

    /** Back-ends keep whole megabytes. */
    private static String limit(Optional<Long> bytes) {
        return bytes.filter(any -> any >= 0)
                .map(any -> (any + MEGABYTE - 1) / MEGABYTE + " MB")
                .orElse("no limit");
    }
}
