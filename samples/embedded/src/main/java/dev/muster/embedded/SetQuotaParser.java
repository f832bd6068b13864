package dev.muster.embedded;

import org.apache.james.imap.api.ImapConstants;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.Tag;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.decode.DecodingException;
import org.apache.james.imap.decode.ImapRequestLineReader;
import org.apache.james.imap.decode.base.AbstractImapCommandParser;
import org.apache.james.imap.message.request.SetQuotaRequest;

/** Reads SETQUOTA as RFC 2087 writes it. James' own takes neither a quoted root nor an empty list of limits. */
final class SetQuotaParser extends AbstractImapCommandParser {
    SetQuotaParser(StatusResponseFactory responses) {
        super(ImapConstants.SETQUOTA_COMMAND, responses);
    }

    @Override
    protected ImapMessage decode(ImapRequestLineReader line, Tag tag, ImapSession session) throws DecodingException {
        SetQuotaRequest request = new SetQuotaRequest(tag, line.astring());
        line.nextWordChar();
        line.consumeChar('(');
        while (line.nextWordChar() != ')') {
            String resource = line.atom();
            line.nextWordChar();
            request.addResourceLimit(resource, line.number(true));
        }
        line.consumeChar(')');
        line.eol();
        return request;
    }
}
