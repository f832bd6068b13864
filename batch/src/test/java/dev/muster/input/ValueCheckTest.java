package dev.muster.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.input.ValueCheck.Invalid;
import dev.muster.input.ValueCheck.Valid;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueCheckTest {
    private static final ValueRules RULES = new ValueRules(
            Set.of("DE", "EN"),
            Set.of("DE_Thunderbird"),
            ValueRules.InvalidValues.REJECT,
            false,
            PasswordReferences.none());

    @ParameterizedTest
    @CsvSource({
        "language,de,DE",
        "language,de_de,de_DE",
        "language,EN-us,en_US",
        "timezone,europe/berlin,Europe/Berlin",
        "country,de,DE",
        "activated,TRUE,yes",
        "activated,OK,yes",
        "activated,NONE,no",
        "activated,0,no",
        "quota,007,7",
        "quota,-1,0",
        "disable,WebMail,webmail",
        "birthday,2000-02-29,2000-02-29",
        "ox_user_create_imap_template,DE_Thunderbird,DE_Thunderbird",
        "surname,Müller-Lüdenscheidt,Müller-Lüdenscheidt",
        "username,Anna.B+1@x,Anna.B+1@x"
    })
    void validValuesTakeTheFormOfTheHouse(String column, String value, String expected) {
        assertThat(check(column, value)).isEqualTo(new Valid(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "language,FR,LANGUAGE_UNKNOWN",
        "language,german,LANGUAGE_UNKNOWN",
        "timezone,Mars/Base,TIMEZONE_UNKNOWN",
        "timezone,+01:00,TIMEZONE_UNKNOWN",
        "country,XX,COUNTRY_UNKNOWN",
        "country,Deutschland,COUNTRY_UNKNOWN",
        "activated,perhaps,SWITCH_INVALID",
        "quota,1e3,NUMBER_INVALID",
        "quota,-5,NUMBER_INVALID",
        "quota,99999999999999999999,VALUE_TOO_LONG",
        "disable,mail,MODULE_UNKNOWN",
        "birthday,2001-02-29,DATE_INVALID",
        "birthday,01/02/1990,DATE_INVALID",
        "ox_user_create_imap_template,DE_Eudora,STYLE_UNKNOWN",
        "mail,anna@@test.tux,MAIL_INVALID",
        "mail,anna..b@test.tux,MAIL_INVALID",
        "email2,x,MAIL_INVALID",
        "alias,@test.tux,ALIAS_INVALID",
        "username,ann/a,USERNAME_INVALID"
    })
    void invalidValuesHaveACodeOfTheirOwn(String column, String value, String code) {
        assertThat(check(column, value))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.code()).hasToString(code));
    }

    @ParameterizedTest
    @CsvSource({
        "country,Deutschland,Write DE.",
        "country,DEU,Write DE.",
        "birthday,29.2.2000,Write it as 2000-02-29.",
        "username,Zoë M,Use for example 'ZoeM'.",
        "disable,calender,Was 'calendar' meant?",
        "timezone,New York,Was 'America/New_York' meant?",
        "ox_user_create_imap_template,DE_Thunderbirt,Was 'DE_Thunderbird' meant?"
    })
    void whereTheRightValueCanBeGuessedItIsSuggested(String column, String value, String suggestion) {
        assertThat(check(column, value))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.suggestion()).isEqualTo(suggestion));
    }

    @Test
    void lengthIsCountedInCharactersNotInUnitsOfSixteenBits() {
        assertThat(check("surname", "\uD842\uDFB7".repeat(128))).isInstanceOf(Valid.class);
        assertThat(check("surname", "x".repeat(129))).isInstanceOf(Invalid.class);
    }

    @Test
    void lineBreaksAreForTextsOnly() {
        assertThat(check("note", "one\ntwo")).isInstanceOf(Valid.class);
        assertThat(check("surname", "one\ntwo")).isInstanceOf(Invalid.class);
    }

    @Test
    void aLongValueIsCutWhereItIsShown() {
        assertThat(check("surname", "x".repeat(5_000)))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.reason()).hasSizeLessThan(200));
    }

    private static ValueCheck.Checked check(String column, String value) {
        return ValueCheck.of(new ColumnNames(Map.of()).find(column).orElseThrow(), value, RULES);
    }
}
