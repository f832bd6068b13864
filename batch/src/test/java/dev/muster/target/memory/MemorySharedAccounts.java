package dev.muster.target.memory;

import dev.muster.model.AccountField;
import dev.muster.model.AccountMembers;
import dev.muster.model.AccountOutcome;
import dev.muster.model.AccountPassword;
import dev.muster.model.AccountPlan;
import dev.muster.model.AccountSettings;
import dev.muster.model.AttachedAccount;
import dev.muster.model.EndpointSource;
import dev.muster.model.ErrorCode;
import dev.muster.model.MailAddress;
import dev.muster.model.MailServer;
import dev.muster.model.ObjectKey;
import dev.muster.model.Problem;
import dev.muster.model.Secret;
import dev.muster.model.SharedAccount;
import dev.muster.target.SharedAccounts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Rows of shared accounts in memory. Passwords are kept as they are given. For one thread. */
public final class MemorySharedAccounts implements SharedAccounts {
    private final Supplier<Map<ObjectKey, Long>> people;
    private final Map<Long, Set<MailAddress>> ordinary = new HashMap<>();
    private List<AttachedAccount> rows = new ArrayList<>();
    private long last;
    private long writes;
    private Runnable onApply = () -> {};

    /** @param people the numbers of all users */
    MemorySharedAccounts(Supplier<Map<ObjectKey, Long>> people) {
        this.people = people;
    }

    /** Gives somebody an account that no administrator attached. */
    public void ordinary(ObjectKey person, MailAddress address) {
        ordinary.computeIfAbsent(people.get().get(person), any -> new HashSet<>())
                .add(address);
    }

    /** All rows, in no order. */
    public List<AttachedAccount> rows() {
        return List.copyOf(rows);
    }

    /** How many rows have been written or removed so far. */
    public long writes() {
        return writes;
    }

    @Override
    public Map<ObjectKey, Long> ids(Collection<ObjectKey> keys) {
        Map<ObjectKey, Long> ids = new HashMap<>(people.get());
        ids.keySet().retainAll(Set.copyOf(keys));
        return ids;
    }

    @Override
    public Map<Long, ObjectKey> names(Collection<Long> users) {
        Map<Long, ObjectKey> names = new HashMap<>();
        people.get().forEach((person, number) -> {
            if (users.contains(number)) {
                names.put(number, person);
            }
        });
        return names;
    }

    @Override
    public AccountMembers members(Collection<Long> users, Collection<Long> groups) {
        Set<Long> all = new HashSet<>(users);
        if (groups.contains(EVERYBODY)) {
            all.addAll(people.get().values());
        }
        return new AccountMembers(all, List.of(), List.of());
    }

    @Override
    public List<AttachedAccount> read(Collection<MailAddress> addresses, Collection<Long> users) {
        return rows.stream()
                .filter(row -> addresses.isEmpty() || addresses.stream().anyMatch(row::is))
                .filter(row -> users.isEmpty() || users.contains(row.user()))
                .toList();
    }

    /** Happens before every call that applies. */
    public void onApply(Runnable happening) {
        onApply = happening;
    }

    @Override
    public List<AccountOutcome> apply(List<? extends AccountPlan> plans) {
        onApply.run();
        List<AccountOutcome> outcomes = new ArrayList<>();
        plans.forEach(plan -> outcomes.add(apply(plan)));
        outcomes.forEach(outcome -> writes += outcome.written().size());
        return outcomes;
    }

    @Override
    public List<AccountOutcome> examine(List<? extends AccountPlan> plans) {
        List<AttachedAccount> before = List.copyOf(rows);
        long number = last;
        List<AccountOutcome> outcomes = new ArrayList<>();
        plans.forEach(plan -> outcomes.add(apply(plan)));
        rows = new ArrayList<>(before);
        last = number;
        return outcomes;
    }

    @Override
    public Secret reveal(AccountPassword.Stored password) {
        return password.form();
    }

    private AccountOutcome apply(AccountPlan plan) {
        if (plan instanceof AccountPlan.Settle settle) {
            return settle(settle);
        }
        if (plan instanceof AccountPlan.Detach) {
            Set<Long> gone = new HashSet<>();
            rows.removeIf(row -> row.is(plan.address()) && plan.members().contains(row.user()) && gone.add(row.user()));
            return AccountOutcome.done(gone, gone);
        }
        throw new IllegalArgumentException("Imports settle and detach.");
    }

    private AccountOutcome settle(AccountPlan.Settle plan) {
        for (long member : plan.members()) {
            if (ordinary.getOrDefault(member, Set.of()).contains(plan.address())) {
                return AccountOutcome.failed(new Problem(
                        plan.origin(),
                        ErrorCode.ADDRESS_HELD,
                        "",
                        "An ordinary account of user " + member + " has the address " + plan.address() + ".",
                        "Leave the user out."));
            }
        }
        Set<Long> written = new HashSet<>();
        plan.members().stream().sorted().forEach(member -> {
            Optional<AttachedAccount> before = there(plan, member);
            AttachedAccount after = row(plan.account(), member, before);
            if (before.filter(after::equals).isEmpty()) {
                before.ifPresent(rows::remove);
                rows.add(after);
                written.add(member);
            }
        });
        return AccountOutcome.done(plan.members(), written);
    }

    private Optional<AttachedAccount> there(AccountPlan.Settle plan, long member) {
        return Stream.concat(Stream.of(plan.address()), plan.former().stream())
                .flatMap(address -> rows.stream().filter(row -> row.user() == member && row.is(address)))
                .findFirst();
    }

    private AttachedAccount row(SharedAccount account, long member, Optional<AttachedAccount> before) {
        AccountSettings settings = before.map(AttachedAccount::settings)
                .orElse(AccountSettings.NONE)
                .with(account.settings())
                .with(new AccountSettings(Map.of(AccountField.LOGIN, login(account, member)), Map.of()));
        return new AttachedAccount(
                account.address().value(),
                member,
                before.map(AttachedAccount::id).orElseGet(() -> ++last),
                settings,
                server(account, MailServer.Side.MAIL).orElseThrow(),
                server(account, MailServer.Side.TRANSPORT));
    }

    private String login(SharedAccount account, long member) {
        return account.settings()
                .text(AccountField.LOGIN)
                .orElseThrow()
                .replace("{{username}}", names(List.of(member)).get(member).name())
                .replace("{{fa_email_address}}", account.address().value());
    }

    private static Optional<MailServer> server(SharedAccount account, MailServer.Side side) {
        EndpointSource source = account.source(side);
        return source == EndpointSource.NONE
                ? MailServer.of(account.settings().texts(), side)
                : Optional.of(new MailServer("imap://" + source.id(), false));
    }
}
