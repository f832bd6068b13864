package dev.muster.legacy;

import dev.muster.config.Configuration;
import dev.muster.ledger.StoreException;
import dev.muster.model.ErrorClass;
import dev.muster.model.ErrorCode;
import dev.muster.model.TargetName;
import dev.muster.site.ExitStatus;
import dev.muster.site.Refusal;
import dev.muster.site.RefusalException;
import dev.muster.target.TargetException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The frame of the commands for secondary accounts: from an argument list to an exit status of the reference's own. */
final class AccountFrame {
    private final AccountCommand command;
    private final Surroundings surroundings;

    AccountFrame(AccountCommand command, Surroundings surroundings) {
        this.command = command;
        this.surroundings = surroundings;
    }

    int run(List<String> arguments) {
        if (AccountReading.asksForHelp(arguments)) {
            surroundings.out().print(HelpText.help(command.model()));
            return 0;
        }
        AccountCallParser parser = new AccountCallParser(command.model(), arguments);
        try {
            surroundings.out().println(answer(parser.parse()));
            return 0;
        } catch (RuntimeException thrown) {
            AccountRefusal refusal = refusal(thrown);
            complain(refusal, parser.soFar());
            return refusal.exit().number();
        }
    }

    private String answer(Call given) {
        Call call = AccountReading.whole(AccountReading.checked(given), surroundings);
        Configuration configuration =
                Configuration.load(call.value(CommandModel.CONFIG).map(Path::of));
        new Administrators(configuration).require(call.text(AccountOptions.ADMIN_USER), AccountReading.password(call));
        return command.run(call, Sites.of(configuration));
    }

    /** What an exception means for whoever called. */
    static AccountRefusal refusal(RuntimeException thrown) {
        if (thrown instanceof AccountRefusal refusal) {
            return refusal;
        }
        String message = Refusal.of(thrown).message();
        return new AccountRefusal(exit(thrown), message);
    }

    private static AccountExit exit(RuntimeException thrown) {
        if (thrown instanceof TargetException target) {
            return exit(target);
        }
        if (thrown instanceof RefusalException refused) {
            ExitStatus status = refused.refusal().status();
            return switch (status) {
                case CREDENTIALS -> AccountExit.CREDENTIALS;
                case USAGE -> AccountExit.ILLEGAL_VALUE;
                default -> AccountExit.GENERAL;
            };
        }
        return thrown instanceof StoreException ? AccountExit.STORAGE : AccountExit.GENERAL;
    }

    /** The directory is where administrators are checked; everything else is the groupware's storage. */
    private static AccountExit exit(TargetException target) {
        ErrorCode code = target.code();
        boolean away = code.errorClass() == ErrorClass.UNAVAILABLE;
        return away && target.target() == TargetName.LDAP ? AccountExit.CONNECTION : AccountExit.STORAGE;
    }

    private void complain(AccountRefusal refusal, Call call) {
        PrintStream err = surroundings.err();
        String context = call.value(AccountOptions.CONTEXT)
                .map(id -> " in context " + id)
                .orElse("");
        String message = String.valueOf(refusal.getMessage());
        if (call.has(AccountOptions.NO_NEWLINES)) {
            message = message.replaceAll("\\R", " ");
        }
        if (!command.failure().isEmpty()) {
            err.println(String.format(Locale.ROOT, command.failure(), context));
        }
        if (refusal.exit().isWrongCall() || refusal.exit() == AccountExit.GENERAL) {
            err.println("Error: " + message);
        } else {
            err.println("Server response:");
            err.println(" " + message);
        }
        if (refusal.exit().isWrongCall()) {
            err.print(HelpText.options(command.model()));
        }
    }
}
