package dev.muster.target.imap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.target.imap.Fault.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseCodeTest {
    @ParameterizedTest
    @CsvSource({
        "[AUTHENTICATIONFAILED] no, LOGIN_REFUSED",
        "[AUTHORIZATIONFAILED] no, PERSON_UNKNOWN",
        "[UNAVAILABLE] later, TEMPORARY",
        "[PRIVACYREQUIRED] TLS, UNUSABLE",
        "authentication failure, LOGIN_REFUSED"
    })
    void refusedLoginsAreToldApart(String text, Kind kind) {
        assertThat(ResponseCode.login(Answer.of(false, text)).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"[INUSE] later, TEMPORARY", "[NOPERM] no, REFUSED", "Mailbox already exists, REFUSED"})
    void refusedCommandsAreToldApart(String text, Kind kind) {
        assertThat(ResponseCode.command("CREATE", Answer.of(false, text)).kind())
                .isEqualTo(kind);
    }

    @Test
    void whatExistsAlreadyIsFine() {
        assertThat(Answer.of(false, "[ALREADYEXISTS] Mailbox already exists").isFine())
                .isTrue();
    }

    @Test
    void suggestionFitsTheServersWords() {
        assertThat(ResponseCode.suggestion("CREATE: [NOPERM] Permission denied"))
                .contains("rights");
    }
}
