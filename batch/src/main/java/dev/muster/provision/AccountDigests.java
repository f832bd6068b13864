package dev.muster.provision;

import dev.muster.model.AccountEntry;
import dev.muster.model.AccountEntryPlan;
import dev.muster.model.AccountPlan;
import dev.muster.model.Grant;
import dev.muster.model.ObjectKey;
import dev.muster.model.PlanKind;
import dev.muster.model.TargetName;
import dev.muster.model.TargetPlan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;

/** What is to be done for a shared account, in a form that can be kept without keeping what is in it. */
final class AccountDigests {
    private static final String MEMBERS = "members";

    private AccountDigests() {}

    /** A line for every change, such as {@code LDAP personal 7f3a01c2 0b11fe09}. */
    static List<String> of(AccountWork work) {
        List<String> lines = new ArrayList<>();
        work.steps().entry().ifPresent(plan -> entry(plan, lines));
        work.steps().mailbox().ifPresent(plan -> lines.add(mailbox(plan)));
        if (work.steps().access().isPresent()) {
            lines.add(members(TargetName.IMAP, work));
        }
        if (!work.steps().rows().isEmpty()) {
            lines.add(members(TargetName.GROUPWARE, work));
        }
        work.losses()
                .forEach(loss -> lines.add("%s alias %08x %08x"
                        .formatted(
                                loss.target().name(),
                                loss.address().hashCode(),
                                loss.person().hashCode())));
        if (lines.isEmpty() && work.kind() != PlanKind.UNCHANGED) {
            lines.add("senders " + members(work));
        }
        return lines;
    }

    /** Those that members who come and go do not explain. */
    static List<String> unexplained(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(TargetName.LDAP.name()) || line.startsWith("IMAP quota"))
                .filter(line -> !line.startsWith("LDAP " + MEMBERS) && !line.startsWith("LDAP alias"))
                .toList();
    }

    private static void entry(AccountEntryPlan plan, List<String> lines) {
        if (!(plan instanceof AccountEntryPlan.Change change)) {
            lines.add("LDAP create");
            return;
        }
        AccountEntry before = change.before();
        AccountEntry after = change.after();
        entry("primary", before.primary(), after.primary(), lines);
        entry("others", before.others(), after.others(), lines);
        entry("personal", before.personal(), after.personal(), lines);
        entry("quota", before.quotaBytes(), after.quotaBytes(), lines);
        entry(MEMBERS, before.members(), after.members(), lines);
    }

    private static void entry(String field, Object before, Object after, List<String> lines) {
        if (!Objects.equals(before, after)) {
            lines.add("LDAP %s %08x %08x".formatted(field, before.hashCode(), after.hashCode()));
        }
    }

    private static String mailbox(TargetPlan plan) {
        return plan instanceof TargetPlan.Change ? "IMAP quota" : "IMAP create";
    }

    private static String members(TargetName target, AccountWork work) {
        return target.name() + " " + members(work);
    }

    private static String members(AccountWork work) {
        return "members %08x %08x"
                .formatted(hash(work.record().granted()), hash(work.situation().wanted()));
    }

    private static int hash(Map<ObjectKey, Grant> grants) {
        Map<String, String> roles = new TreeMap<>();
        grants.forEach((person, grant) ->
                roles.put(person.name(), grant.role().map(role -> role.id()).orElse("")));
        return roles.hashCode();
    }

    /** What was there before, as far as it is to change: lines {@code LDAP personal=Info}. */
    static String image(AccountWork work) {
        StringJoiner image = new StringJoiner("\n");
        work.steps().entry().ifPresent(plan -> {
            if (plan instanceof AccountEntryPlan.Change change) {
                image(change, image);
            }
        });
        work.steps().access().ifPresent(access -> access.leaving().forEach(who -> image.add("IMAP rights=" + who)));
        for (AccountPlan plan : work.steps().rows()) {
            if (plan instanceof AccountPlan.Detach) {
                plan.members().forEach(member -> image.add("GROUPWARE member=" + member));
            }
        }
        work.losses().forEach(loss -> image.add(loss.toString()));
        return image.toString();
    }

    private static void image(AccountEntryPlan.Change change, StringJoiner image) {
        AccountEntry before = change.before();
        if (!before.primary().equals(change.after().primary())) {
            image.add("LDAP primary=" + before.primary());
        }
        if (!before.others().equals(change.after().others())) {
            before.others().forEach(address -> image.add("LDAP address=" + address));
        }
        if (!before.personal().equals(change.after().personal())) {
            image.add("LDAP personal=" + before.personal().orElse(""));
        }
        if (!before.quotaBytes().equals(change.after().quotaBytes())) {
            image.add("LDAP quota=" + before.quotaBytes().map(String::valueOf).orElse(""));
        }
        Set<ObjectKey> going = new LinkedHashSet<>(before.members());
        going.removeAll(change.after().members());
        going.forEach(member -> image.add("LDAP members=" + member.name()));
    }
}
