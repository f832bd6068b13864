package dev.muster.target.imap;

import dev.muster.model.Field;
import dev.muster.model.FieldChange;
import dev.muster.model.MailFolder;
import dev.muster.model.TargetPlan;
import dev.muster.model.UserSpec;
import dev.muster.target.imap.ImapSettings.Quota;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a plan asks of a mailbox.
 *
 * @param folders all folders of the person; subscriptions that are missing there are made up for
 * @param wanted those that may be created
 */
record Wish(List<MailFolder> folders, List<MailFolder> wanted, QuotaWish quota) {
    static Wish of(TargetPlan.Specified plan, Quota way) {
        if (plan instanceof TargetPlan.Change change) {
            return change(change.spec(), change.changes(), way);
        }
        UserSpec spec = plan.spec();
        Optional<List<String>> quota = Optional.ofNullable(spec.values().get(Field.QUOTA));
        return new Wish(spec.folders(), spec.folders(), QuotaWish.of(way, quota));
    }

    private static Wish change(UserSpec spec, List<FieldChange> changes, Quota way) {
        Map<Field, FieldChange> byField =
                changes.stream().collect(Collectors.toMap(FieldChange::field, Function.identity()));
        Set<Field> fields = byField.keySet();
        List<MailFolder> wanted = spec.folders().stream()
                .filter(folder -> fields.contains(field(folder)))
                .toList();
        Optional<List<String>> quota =
                Optional.ofNullable(byField.get(Field.QUOTA)).map(FieldChange::to);
        return new Wish(wanted.isEmpty() ? List.of() : spec.folders(), wanted, QuotaWish.of(way, quota));
    }

    private static Field field(MailFolder folder) {
        return folder.role().map(role -> role.field()).orElse(Field.OTHER_FOLDERS);
    }
}
