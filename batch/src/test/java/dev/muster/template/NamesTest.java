package dev.muster.template;

import static dev.muster.template.Drafts.draft;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.MailAddress;
import dev.muster.model.UserDraft;
import dev.muster.model.UserName;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    private final Templates templates = Templates.load(Drafts.SHIPPED);

    @ParameterizedTest
    @CsvSource({
        "Zoë,Müller-Lüdenscheidt,zoe.mueller-luedenscheidt",
        "Łukasz,Żółć,lukasz.zolc",
        "Patrick,'O''Brien, Jr.',patrick.obrienjr",
        "Søren,Groß,soeren.gross",
        "Đặng,Nguyễn,dang.nguyen",
        "José María,van der Berg,josemaria.vanderberg",
        "Ａｎｎａ,Schmidt,anna.schmidt",
        "İpek,Işık,ipek.isik",
        "李小龍,Lee,lee"
    })
    void namesAreFoldedToWhatALoginNameMayHold(String given, String surname, String expected) {
        assertThat(first(draft("givenname", given, "surname", surname))).isEqualTo(UserName.of(expected));
    }

    @ParameterizedTest
    @CsvSource({"小龍,李", "محمد,الفارسي", "Ιωάννης,Παπαδόπουλος", "דוד,כהן"})
    void namesOfOtherScriptsTakeTheNextPattern(String given, String surname) {
        assertThat(first(draft("givenname", given, "surname", surname, "employeenumber", "4711")))
                .isEqualTo(UserName.of("user4711"));
        assertThat(first(draft("givenname", given, "surname", surname))).isEqualTo(UserName.of("user1"));
    }

    @Test
    void aDecomposedNameGivesTheSameAsAComposedOne() {
        assertThat(first(draft("givenname", "Zoe\u0308", "surname", "Mu\u0308ller")))
                .isEqualTo(UserName.of("zoe.mueller"));
    }

    @Test
    void aGivenNameIsTheOnlyCandidate() {
        assertThat(templates.userNames(draft("username", "Anna", "surname", "Schmidt")))
                .toIterable()
                .extracting(UserName::value)
                .containsExactly("Anna");
    }

    @Test
    void theCounterNeverHandsOutAnythingTwice() {
        List<UserName> names = all(templates.userNames(draft("givenname", "Anna", "surname", "Schmidt")));

        assertThat(names).hasSize(9999).doesNotHaveDuplicates();
        assertThat(names.subList(0, 3))
                .extracting(UserName::value)
                .containsExactly("anna.schmidt", "anna.schmidt2", "anna.schmidt3");
    }

    @Test
    void candidatesAreComputedOnlyWhenTheyAreAskedFor() {
        AtomicInteger made = new AtomicInteger();
        Iterator<Integer> candidates =
                Candidates.of(List.of(ValuePattern.parse("anna")), field -> "", text -> made.incrementAndGet());

        candidates.next();

        assertThat(made).hasValueLessThanOrEqualTo(3);
    }

    @Test
    void anExplicitCounterCountsFromOne() {
        List<UserName> names = all(templates.userNames(draft("surname", "李")));

        assertThat(names).hasSize(9999).doesNotHaveDuplicates().startsWith(UserName.of("user1"), UserName.of("user2"));
    }

    @Test
    void theCounterOfAnAddressStandsBeforeItsDomain() {
        Iterator<MailAddress> addresses =
                templates.addresses(draft("givenname", "Zoë", "surname", "Müller"), UserName.of("zm"));

        assertThat(addresses.next().value()).isEqualTo("zoe.mueller@test.tux");
        assertThat(addresses.next().value()).isEqualTo("zoe.mueller2@test.tux");
    }

    @Test
    void anAddressFallsBackToTheUserName() {
        assertThat(templates
                        .addresses(draft("surname", "李"), UserName.of("user7@old.tux"))
                        .next()
                        .value())
                .isEqualTo("user7@test.tux");
    }

    @Test
    void aGivenAddressIsTheOnlyCandidate() {
        assertThat(templates.addresses(draft("mail", "a@b.tux"), UserName.of("anna")))
                .toIterable()
                .containsExactly(MailAddress.of("a@b.tux"));
    }

    @Test
    void aVeryLongNameStillFitsAnAddress() {
        UserDraft draft = draft("surname", "x".repeat(300), "givenname", "Anna");

        assertThat(all(templates.addresses(draft, first(draft)))).hasSize(9999).doesNotHaveDuplicates();
    }

    private UserName first(UserDraft draft) {
        return templates.userNames(draft).next();
    }

    private static <T> List<T> all(Iterator<T> iterator) {
        List<T> all = new ArrayList<>();
        iterator.forEachRemaining(all::add);
        return all;
    }
}
