package dev.muster.template;

import dev.muster.model.Field;
import dev.muster.template.Account.Condition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes {@link Accounts} of {@code Accounts.xml}; what is wrong with it goes to the faults. */
final class AccountsReader {
    /** Without these no account is complete. */
    private static final List<Field> NEEDED =
            List.of(Field.USERNAME, Field.MAIL, Field.MAIL_ROUTE, Field.DISPLAYNAME, Field.TIMEZONE, Field.ACTIVATED);

    private final FolderSets folders;
    private final SettingCheck check;
    private final Faults faults;

    AccountsReader(FolderSets folders, Faults faults) {
        this.folders = folders;
        this.check = new SettingCheck(folders);
        this.faults = faults;
    }

    Accounts read(XmlElement root) {
        List<Account> accounts = root.children("account").map(this::account).toList();
        for (Field needed : NEEDED) {
            boolean set = accounts.stream()
                    .anyMatch(account ->
                            account.isForEverybody() && account.patterns().containsKey(needed));
            if (!set) {
                faults.add(
                        root.origin(),
                        "No <account> for everybody sets '" + needed + "'.",
                        "Add <set field=\"" + needed + "\">.");
            }
        }
        return new Accounts(accounts, folders.languages());
    }

    private Account account(XmlElement element) {
        Map<Field, List<ValuePattern>> patterns = new HashMap<>();
        element.children("set")
                .forEach(set -> pattern(set)
                        .ifPresent(pattern -> patterns.computeIfAbsent(
                                        Field.of(set.required("field")), none -> new ArrayList<>())
                                .add(pattern)));
        return new Account(
                condition(element),
                patterns,
                element.children("password").map(this::password).toList());
    }

    private Condition condition(XmlElement element) {
        Optional<String> column = element.attribute("column");
        Optional<String> value = element.attribute("is");
        if (column.isPresent() != value.isPresent()) {
            faults.add(element.origin(), "'column' and 'is' go together.", "Give both, or none for everybody.");
        }
        if (column.isEmpty() || value.isEmpty()) {
            return new Condition.Everybody();
        }
        Condition.Column condition = new Condition.Column(Field.of(column.get()), value.get());
        report(element, check.condition(condition));
        return condition;
    }

    private Optional<ValuePattern> pattern(XmlElement set) {
        try {
            ValuePattern pattern = ValuePattern.parse(set.text());
            report(set, check.setting(Field.of(set.required("field")), set.text(), pattern));
            return Optional.of(pattern);
        } catch (IllegalArgumentException stray) {
            faults.add(set.origin(), String.valueOf(stray.getMessage()), "Write {column} or {column:length}.");
            return Optional.empty();
        }
    }

    private PasswordPolicy password(XmlElement element) {
        List<String> sets = element.children("characters").map(XmlElement::text).toList();
        boolean generated = element.required("from").equals("generated");
        if (generated == sets.isEmpty()) {
            String reason = generated
                    ? "A generated password needs <characters>."
                    : "A password from the feed has no <characters>.";
            faults.add(element.origin(), reason, "See README.md beside the file.");
        }
        int length = Integer.parseInt(element.attribute("length").orElse("16").strip());
        return generated ? new PasswordPolicy.Generated(length, sets) : new PasswordPolicy.FromFeed();
    }

    private void report(XmlElement element, Optional<String> wrong) {
        wrong.ifPresent(reason -> faults.add(element.origin(), reason, "Correct the value."));
    }
}
