package dev.muster.embedded;

import com.unboundid.ldap.sdk.LDAPException;
import dev.muster.fixture.Users;
import dev.muster.model.Claims;
import dev.muster.model.Field;
import dev.muster.model.FieldChange;
import dev.muster.model.Secret;
import dev.muster.model.UserSpec;
import dev.muster.target.TargetContract;
import dev.muster.target.imap.ImapSettings;
import dev.muster.target.imap.ImapSettings.Kind;
import dev.muster.target.imap.ImapSettings.Limits;
import dev.muster.target.imap.ImapSettings.Login;
import dev.muster.target.imap.ImapSettings.OnDelete;
import dev.muster.target.imap.ImapSettings.Quota;
import dev.muster.target.imap.ImapSettings.Server;
import dev.muster.target.imap.ImapSettings.Style;
import dev.muster.target.imap.ImapSettings.Tls;
import dev.muster.target.imap.ImapTarget;
import dev.muster.template.Templates;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;

class EmbeddedImapTargetTest implements TargetContract {
    private final Templates templates = Templates.load(Path.of("../../templates"));
    private final EmbeddedDirectory directory = EmbeddedDirectory.start();
    private final EmbeddedMailStore server = EmbeddedMailStore.start(directory, templates.folderRoles());
    private final AtomicInteger number = new AtomicInteger();
    private final ImapTarget target = new ImapTarget(new ImapSettings(
                    new Server(Kind.AUTO, "127.0.0.1", server.port(), Tls.none()),
                    new Login(
                            EmbeddedDirectory.ADMINISTRATOR, Secret.of(EmbeddedServers.PASSWORD), Style.ADMINISTRATOR),
                    new Quota.SetQuota(),
                    templates.folderRoles(),
                    Limits.usual(2))
            .withOnDelete(new OnDelete.Purge(Optional.empty())));

    @AfterEach
    void stop() {
        target.close();
        server.close();
        directory.close();
    }

    @Override
    public ImapTarget target() {
        return target;
    }

    @Override
    public Claims claims(UserSpec spec) {
        return Users.claims(spec, number.incrementAndGet());
    }

    @Override
    public String freshName() {
        return "anna" + number.incrementAndGet();
    }

    /** Nobody has a mailbox whom the directory does not know. */
    @Override
    public void prepare(UserSpec spec) {
        try {
            People.add(directory, People.person(spec.userName().value(), "secret"));
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public FieldChange sampleChange() {
        return new FieldChange(Field.QUOTA, List.of("50"), List.of("70"));
    }
}
