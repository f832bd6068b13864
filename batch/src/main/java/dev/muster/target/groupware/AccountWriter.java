package dev.muster.target.groupware;

import dev.muster.model.AccountField;
import dev.muster.model.AccountOutcome;
import dev.muster.model.AccountPlan;
import dev.muster.model.AccountSettings;
import dev.muster.model.AttachedAccount;
import dev.muster.model.ErrorCode;
import dev.muster.model.LoginTemplate;
import dev.muster.model.MailAddress;
import dev.muster.model.MailServer;
import dev.muster.model.Problem;
import dev.muster.model.SharedAccount;
import dev.muster.model.StepOutcome;
import dev.muster.target.HolderSearch.Holder;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Applies plans for shared accounts inside one transaction. Reads before it writes, so it may be run again after a lost
 * commit. No table has a unique key over user and address: whoever attaches takes turns on the row of the sequence.
 */
final class AccountWriter {
    private final SqlSession session;
    private final Site site;
    private final PasswordForms passwords;
    private final AccountRows rows;
    private final Settling settling;

    private AccountWriter(SqlSession session, Site site, PasswordForms passwords) {
        this.session = session;
        this.site = site;
        this.passwords = passwords;
        this.rows = new AccountRows(site);
        this.settling = new Settling(passwords);
    }

    /** @throws SQLException if the database refuses any of it; nothing of the call may then be committed */
    static List<AccountOutcome> write(
            SqlSession session, Site site, PasswordForms passwords, List<? extends AccountPlan> plans)
            throws SQLException {
        return new AccountWriter(session, site, passwords).write(plans);
    }

    /** What {@link #write} would come to. Nothing is locked, and nothing written. */
    static List<AccountOutcome> examine(
            SqlSession session, Site site, PasswordForms passwords, List<? extends AccountPlan> plans)
            throws SQLException {
        return new AccountWriter(session, site, passwords).prepare(plans, AccountIds.onPaper());
    }

    private List<AccountOutcome> write(List<? extends AccountPlan> plans) throws SQLException {
        AccountIds ids = AccountIds.lock(session, site.context());
        List<AccountOutcome> outcomes = prepare(plans, ids);
        rows.run(session);
        ids.save(session);
        return outcomes;
    }

    private List<AccountOutcome> prepare(List<? extends AccountPlan> plans, AccountIds ids) throws SQLException {
        Set<Long> members =
                plans.stream().flatMap(plan -> plan.members().stream()).collect(Collectors.toSet());
        MemberAccounts accounts = MemberAccounts.read(session, site.context(), members);
        Map<String, String> holders = holders(plans);
        List<AccountOutcome> outcomes = new ArrayList<>();
        for (AccountPlan plan : plans) {
            outcomes.add(prepare(plan, accounts, holders, ids));
        }
        return outcomes;
    }

    private AccountOutcome prepare(
            AccountPlan plan, MemberAccounts accounts, Map<String, String> holders, AccountIds ids) {
        if (plan instanceof AccountPlan.Attach attach) {
            return attach(attach, accounts, holders, ids);
        }
        if (plan instanceof AccountPlan.Settle settle) {
            return settle(settle, accounts, holders, ids);
        }
        return plan instanceof AccountPlan.Change change ? change(change, accounts) : detach(plan, accounts);
    }

    private AccountOutcome attach(
            AccountPlan.Attach plan, MemberAccounts accounts, Map<String, String> holders, AccountIds ids) {
        List<Long> coming = plan.members().stream()
                .filter(member -> accounts.attached(member, plan.address()).isEmpty())
                .sorted()
                .toList();
        Optional<Problem> obstacle =
                held(plan, holders).or(() -> new AttachCheck(site.context(), accounts).obstacle(plan, coming));
        if (obstacle.isPresent() && !coming.isEmpty()) {
            return AccountOutcome.failed(obstacle.get());
        }
        for (long member : coming) {
            AttachedAccount account = account(plan.account(), member, accounts, ids.next());
            rows.insert(account);
            accounts.add(account);
        }
        return AccountOutcome.done(plan.members(), Set.copyOf(coming));
    }

    private AttachedAccount account(SharedAccount shared, long member, MemberAccounts accounts, long id) {
        AccountSettings stored = passwords.stored(shared.settings());
        String login = login(shared, accounts.name(member));
        return new AttachedAccount(
                shared.address().value(),
                member,
                id,
                stored.with(new AccountSettings(Map.of(AccountField.LOGIN, login), Map.of())),
                server(shared, member, accounts, MailServer.Side.MAIL).orElseThrow(),
                server(shared, member, accounts, MailServer.Side.TRANSPORT));
    }

    static Optional<MailServer> server(
            SharedAccount shared, long member, MemberAccounts accounts, MailServer.Side side) {
        return switch (shared.source(side)) {
            case PRIMARY -> accounts.own(member, side);
            case LOCALHOST -> Optional.of(side.local());
            case NONE -> MailServer.of(shared.settings().texts(), side);
        };
    }

    /** Her login to the shared account. */
    static String login(SharedAccount shared, String userName) {
        String template = shared.settings().text(AccountField.LOGIN).orElse("");
        return new LoginTemplate(template)
                .fillKnown(Map.of(
                        LoginTemplate.USERNAME,
                        userName,
                        LoginTemplate.ADDRESS,
                        shared.address().value()));
    }

    private AccountOutcome settle(
            AccountPlan.Settle plan, MemberAccounts accounts, Map<String, String> holders, AccountIds ids) {
        Map<Long, AttachedAccount> there = settling.there(plan, accounts);
        Set<Long> coming = new HashSet<>(plan.members());
        coming.removeAll(there.keySet());
        AccountPlan.Attach attach = new AccountPlan.Attach(plan.origin(), plan.account(), coming);
        AccountOutcome outcome = attach(attach, accounts, holders, ids);
        if (!(outcome.outcome() instanceof StepOutcome.Done)) {
            return outcome;
        }
        Set<Long> written = new HashSet<>(outcome.written());
        there.forEach((member, before) -> {
            AttachedAccount after = settling.settled(before, plan.account(), accounts);
            if (rows.settle(before, after)) {
                written.add(member);
                accounts.remove(before);
                accounts.add(after);
            }
        });
        return AccountOutcome.done(plan.members(), written);
    }

    private AccountOutcome change(AccountPlan.Change plan, MemberAccounts accounts) {
        Optional<Problem> obstacle = ChangeCheck.obstacle(plan, accounts);
        if (obstacle.isPresent()) {
            return AccountOutcome.failed(obstacle.get());
        }
        Set<Long> concerned = new HashSet<>();
        Set<Long> written = new HashSet<>();
        for (long member : plan.members()) {
            for (AttachedAccount before : accounts.attached(member, plan.address())) {
                concerned.add(member);
                AttachedAccount after = changed(before, plan.changes());
                if (rows.update(before, after)) {
                    written.add(member);
                    accounts.remove(before);
                    accounts.add(after);
                }
            }
        }
        return AccountOutcome.done(concerned, written);
    }

    private AttachedAccount changed(AttachedAccount before, AccountSettings changes) {
        AccountSettings stored = passwords.stored(changes, before.settings());
        Map<AccountField, String> servers =
                new HashMap<>(before.whole().with(changes).texts());
        Map<AccountField, String> others =
                new HashMap<>(before.settings().with(stored).texts());
        others.keySet().removeIf(AccountField::isServer);
        return new AttachedAccount(
                before.address(),
                before.user(),
                before.id(),
                new AccountSettings(others, before.settings().with(stored).passwords()),
                MailServer.of(servers, MailServer.Side.MAIL).orElse(before.mail()),
                MailServer.of(servers, MailServer.Side.TRANSPORT).or(before::transport));
    }

    private AccountOutcome detach(AccountPlan plan, MemberAccounts accounts) {
        Set<Long> gone = new HashSet<>();
        for (long member : plan.members()) {
            for (AttachedAccount account : accounts.attached(member, plan.address())) {
                rows.delete(account);
                accounts.remove(account);
                gone.add(member);
            }
        }
        return AccountOutcome.done(gone, gone);
    }

    /** Who holds an address that becomes a shared one now, by address in lower case. */
    private Map<String, String> holders(List<? extends AccountPlan> plans) throws SQLException {
        Set<MailAddress> addresses = plans.stream()
                .filter(plan -> plan instanceof AccountPlan.Attach || plan instanceof AccountPlan.Settle)
                .map(AccountPlan::address)
                .collect(Collectors.toCollection(HashSet::new));
        if (!addresses.isEmpty()) {
            new AccountReader(session, site.context())
                    .read(addresses, Set.of())
                    .forEach(account -> addresses.removeIf(account::is));
        }
        Map<String, String> holders = new HashMap<>();
        for (List<MailAddress> some : Sql.parts(addresses)) {
            collect(new AddressHolders(session, site).find(some), holders);
        }
        return holders;
    }

    private static void collect(Collection<Holder> found, Map<String, String> holders) {
        found.forEach(holder -> holders.merge(holder.held(), holder.name(), (one, other) -> one + ", " + other));
    }

    private static Optional<Problem> held(AccountPlan.Attach plan, Map<String, String> holders) {
        String holder = holders.get(plan.address().folded());
        return holder == null
                ? Optional.empty()
                : AttachCheck.problem(
                        plan,
                        ErrorCode.ADDRESS_HELD,
                        "The address " + plan.address() + " is held by " + holder + ".",
                        "Take it from there first: two cannot receive the same mail.");
    }
}
