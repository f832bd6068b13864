package dev.muster.cli;

import dev.muster.config.Configuration;
import dev.muster.ledger.Run;
import dev.muster.model.AccountStatus;
import dev.muster.model.MailAddress;
import dev.muster.provision.AccountInspection;
import dev.muster.provision.AccountInspection.Surroundings;
import dev.muster.provision.AccountRules;
import dev.muster.provision.ClaimBook;
import dev.muster.provision.PaperAccounts;
import dev.muster.provision.PaperClaims;
import dev.muster.provision.PaperRosters;
import dev.muster.report.AccountPage;
import dev.muster.site.ExitStatus;
import dev.muster.site.RefusalException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code muster account status}: what is in a shared account, who may do what there, and what is not as it should be. */
@Command(
        name = "status",
        description =
                "Shows folders, quota and members of a shared account, and every difference between what was asked"
                        + " for and what directory, groupware, mail server and sender map hold.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {"0:no difference", "5:no import has made such an account", "6:there are differences"})
final class AccountStatusCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "ADDRESS", description = "One of its addresses.")
    private String address = "";

    @Override
    public Integer call() {
        Configuration configuration = common.configuration();
        try (Site site = Site.openForReading(configuration, Choices.none())) {
            AccountStatus status = status(site, configuration);
            AccountPage page = new AccountPage(status);
            System.out.println(common.json() ? page.json() : page.text());
            return (status.differences().isEmpty() ? ExitStatus.DONE : ExitStatus.CHANGES_PENDING).number();
        }
    }

    private AccountStatus status(Site site, Configuration configuration) {
        Run paper = DryRun.onPaper(configuration);
        ClaimBook claims = new PaperClaims(site.claims(paper));
        AccountRules rules = site.accounts(
                site.rosters(claims, new PaperRosters(site.rosterClaims(paper))),
                new PaperAccounts(site.accountRecords(paper)));
        MailAddress asked = asked();
        return Optional.ofNullable(rules.book().holding(List.of(asked)).get(asked.folded()))
                .flatMap(key -> inspection(site, rules).of(key))
                .orElseThrow(() -> new RefusalException(
                        ExitStatus.CONFLICT,
                        "No import has made a shared account with the address " + asked
                                + ". listsecondaryaccount shows all that the groupware has."));
    }

    private MailAddress asked() {
        try {
            return MailAddress.of(address);
        } catch (IllegalArgumentException none) {
            throw new RefusalException(ExitStatus.USAGE, String.valueOf(none.getMessage()));
        }
    }

    private static AccountInspection inspection(Site site, AccountRules rules) {
        Configuration configuration = site.configuration();
        Set<String> administrators = new HashSet<>();
        configuration.imap().ifPresent(imap -> administrators.add(imap.login().administrator()));
        Surroundings surroundings =
                new Surroundings(SenderMaps.all(configuration, site.state().ledger()), administrators);
        return new AccountInspection(rules, configuration.roles().roles(), surroundings);
    }
}
