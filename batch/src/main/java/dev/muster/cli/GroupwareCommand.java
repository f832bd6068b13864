package dev.muster.cli;

import dev.muster.config.Configuration;
import dev.muster.model.Secret;
import dev.muster.site.ExitStatus;
import dev.muster.site.RefusalException;
import dev.muster.target.groupware.GroupwareInit;
import dev.muster.target.groupware.GroupwareSettings;
import dev.muster.target.groupware.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muster groupware}: what concerns the groupware database as a whole. */
@Command(
        name = "groupware",
        description = "Work on the groupware database as a whole.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class GroupwareCommand {
    @Command(
            name = "init",
            description = "Makes tables, context, standard group and administrator in an empty schema.",
            mixinStandardHelpOptions = true)
    int init(
            @Mixin CommonOptions common,
            @Option(names = "--layout", required = true, description = "7.10.6 or 8.") String layout,
            @Option(names = "--context", description = "The context's number.") @Nullable Integer context,
            @Option(names = "--admin", defaultValue = "oxadmin", description = "The administrator's name.")
                    String admin,
            @Option(names = "--admin-password-file", required = true, description = "A file with her password.")
                    Path passwordFile,
            @Option(names = "--url", description = "The schema's JDBC address, instead of the configured one.")
                    @Nullable
                    String url)
            throws IOException {
        Configuration configuration = common.configuration();
        GroupwareSettings settings = configuration
                .groupware()
                .orElseThrow(() -> new RefusalException(
                        ExitStatus.CONFIGURATION, configuration.file() + " has no section groupware."));
        GroupwareSettings schema = new GroupwareSettings(
                url == null ? settings.url() : url,
                settings.user(),
                settings.password(),
                settings.tls(),
                context == null ? settings.context() : context,
                settings.imapServer(),
                settings.smtpServer(),
                settings.deadline(),
                settings.lockWait());
        Secret password = Secret.of(Files.readString(passwordFile).strip());
        GroupwareInit.run(schema, layout(layout), admin, password);
        System.out.println(
                "Context " + schema.context() + " is there, layout " + layout + ", administrator " + admin + ".");
        return ExitStatus.DONE.number();
    }

    private static Layout layout(String id) {
        return Layout.of(id)
                .orElseThrow(() ->
                        new RefusalException(ExitStatus.USAGE, "--layout: 7.10.6 or 8 is wanted, not '" + id + "'."));
    }
}
