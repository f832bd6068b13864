package dev.muster.embedded;

import java.util.Optional;
import org.apache.james.core.Username;
import org.apache.james.core.quota.QuotaCountLimit;
import org.apache.james.core.quota.QuotaSizeLimit;
import org.apache.james.imap.api.ImapConfiguration;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.SetQuotaRequest;
import org.apache.james.imap.message.response.UnpooledStatusResponseFactory;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.QuotaRoot;
import org.apache.james.mailbox.quota.MaxQuotaManager;
import org.apache.james.mailbox.quota.UserQuotaRootResolver;
import reactor.core.publisher.Mono;

/**
 * SETQUOTA (RFC 2087) of an administrator, also while he acts for somebody. James refuses that command to everybody, and
 * still does to people.
 */
record AdministratorSetsQuota(
        ImapProcessor next, MaxQuotaManager limits, UserQuotaRootResolver roots, MailAccounts accounts)
        implements ImapProcessor {

    @Override
    public Mono<Void> processReactive(ImapMessage message, Responder responder, ImapSession session) {
        if (message instanceof SetQuotaRequest request && isAdministrator(session)) {
            return Mono.fromCallable(() -> set(request)).then(Mono.fromRunnable(() -> answer(request, responder)));
        }
        // Deferred, because some of James' processors begin their work before their turn in a burst has come.
        return Mono.defer(() -> next.processReactive(message, responder, session));
    }

    private boolean isAdministrator(ImapSession session) {
        return Optional.ofNullable(session.getMailboxSession())
                .flatMap(MailboxSession::getLoggedInUser)
                .map(Username::asString)
                .filter(accounts::administers)
                .isPresent();
    }

    /** Limits that the command does not name are gone after it (RFC 2087 4.1). */
    private QuotaRoot set(SetQuotaRequest request) throws MailboxException {
        QuotaRoot root = roots.fromString(request.getQuotaRoot());
        limits.removeMaxStorage(root);
        limits.removeMaxMessage(root);
        for (SetQuotaRequest.ResourceLimit limit : request.getResourceLimits()) {
            set(root, limit);
        }
        return root;
    }

    private void set(QuotaRoot root, SetQuotaRequest.ResourceLimit limit) throws MailboxException {
        switch (limit.getResource()) {
            case "STORAGE" -> limits.setMaxStorage(root, QuotaSizeLimit.size(limit.getLimit() * 1024));
            case "MESSAGE" -> limits.setMaxMessage(root, QuotaCountLimit.count(limit.getLimit()));
            default -> throw new MailboxException("No such quota: " + limit.getResource());
        }
    }

    private static void answer(SetQuotaRequest request, Responder responder) {
        responder.respond(new UnpooledStatusResponseFactory()
                .taggedOk(request.getTag(), request.getCommand(), HumanReadableText.COMPLETED));
    }

    @Override
    public void configure(ImapConfiguration configuration) {
        next.configure(configuration);
    }
}
