package dev.muster.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTemplateTest {
    @Test
    void namesInBracesAreReplacedAndTheRestStays() {
        LoginTemplate template = LoginTemplate.of("{{fa_entry_uuid}}-{{ username }}*$1");
        assertThat(template.fill(Map.of("fa_entry_uuid", "0-1", "username", "an\\na")::get))
                .isEqualTo("0-1-an\\na*$1");
    }

    @Test
    void whatIsNotKnownStays() {
        assertThat(LoginTemplate.DEFAULT.fillKnown(Map.of("username", "anna"))).isEqualTo("anna/{{fa_email_address}}");
    }

    @Test
    void onlyWhatTheDirectoryHasToBeAskedForIsAskedOfIt() {
        LoginTemplate template =
                LoginTemplate.of("{{username}}{{fa_email_address}}{{fa_name}}{{dn}}{{mailLocalAddress}}");
        assertThat(template.askedOfDirectory()).containsExactly("dn", "mailLocalAddress");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{{username", "username}}", "{{}}", "{{user name}}"})
    void whatIsNoTemplateIsRefused(String text) {
        assertThatThrownBy(() -> LoginTemplate.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("{{username}}/{{fa_email_address}}");
    }
}
