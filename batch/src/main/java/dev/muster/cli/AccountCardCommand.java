package dev.muster.cli;

import dev.muster.config.Configuration;
import dev.muster.model.AccountCard;
import dev.muster.model.MailAddress;
import dev.muster.report.CardPage;
import dev.muster.site.ExitStatus;
import dev.muster.site.RefusalException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muster account card}: what somebody types into her mail program to get at a shared account. */
@Command(
        name = "card",
        description = "Shows the settings of a shared mail account for Thunderbird and Outlook.",
        mixinStandardHelpOptions = true)
final class AccountCardCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "ADDRESS", description = "An address of the account.")
    private String address = "";

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "For this member; without it for nobody in particular.")
    private @Nullable String user;

    @Override
    public Integer call() {
        Configuration configuration = common.configuration();
        MailAddress wanted = address();
        try (StateStore state = StateStore.openForReading(configuration.state())) {
            AccountCard card = new CardDesk(configuration, state.ledger()).card(wanted, Optional.ofNullable(user));
            System.out.print(common.json() ? CardPage.json(card) + "\n" : CardPage.text(card));
        }
        return ExitStatus.DONE.number();
    }

    private MailAddress address() {
        try {
            return MailAddress.of(address);
        } catch (IllegalArgumentException none) {
            throw new RefusalException(ExitStatus.USAGE, none.getMessage() + " An address of the account is wanted.");
        }
    }
}
