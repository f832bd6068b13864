package dev.muster.template;

import static dev.muster.template.Drafts.complete;
import static dev.muster.template.Drafts.draft;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.Field;
import dev.muster.model.FolderRole;
import dev.muster.model.GroupwareFolder;
import dev.muster.model.MailFolder;
import dev.muster.model.Password;
import dev.muster.model.UserSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {
    private final Templates templates = Templates.load(Drafts.SHIPPED);

    @ParameterizedTest
    @CsvSource({
        "DE,de_DE", "de,de_DE", "de-DE,de_DE", "DE_AT,de_AT", "EN,en_US", "en_gb,en_GB", "FR,fr_FR", "ES,es_ES",
        "IT,it_IT", "NL,nl_NL", "PL,pl_PL", "PT,pt_PT", "pt-BR,pt_BR", "JA,ja_JP", "ZH,zh_CN", "zh_TW,zh_TW"
    })
    void aCodeOrLocaleOfAnyCaseMeansALocale(String language, String locale) {
        assertThat(templates.locale(language)).contains(locale);
        assertThat(complete(templates, draft("language", language)).first(Field.LANGUAGE))
                .contains(locale);
    }

    @ParameterizedTest
    @ValueSource(strings = {"XX", "german", ""})
    void otherLanguagesAreUnknownAndCompletedInTheDefaultLanguage(String language) {
        assertThat(templates.locale(language)).isEmpty();
        assertThat(complete(templates, draft("language", language)).first(Field.LANGUAGE))
                .contains("en_US");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de_XX", "de_DE_1"})
    void aLocaleThatIsNoneStillGetsTheFoldersOfItsLanguage(String language) {
        assertThat(templates.locale(language)).isEmpty();
        assertThat(complete(templates, draft("language", language)).first(Field.LANGUAGE))
                .contains("de_DE");
    }

    @ParameterizedTest
    @CsvSource({
        "DE,Entwürfe,Gesendete Objekte,Papierkorb,Kalender",
        "EN,Drafts,Sent objects,Trash,Calendar",
        "FR,Brouillons,Objets envoyés,Corbeille,Agenda",
        "ES,Borradores,Elementos enviados,Papelera,Calendario",
        "IT,Bozze,Posta inviata,Cestino,Calendario",
        "NL,Concepten,Verzonden items,Prullenbak,Agenda",
        "PL,Szkice,Wysłane,Kosz,Kalendarz",
        "PT,Rascunhos,Enviadas,Lixo,Calendário",
        "JA,下書き,送信済みトレイ,ごみ箱,カレンダー",
        "ZH,草稿,已发送消息,废件箱,日历"
    })
    void everyLanguageHasItsFolders(String language, String drafts, String sent, String trash, String calendar) {
        UserSpec spec = complete(templates, draft("language", language));

        assertThat(spec.folders()).extracting(MailFolder::name).contains(drafts, sent, trash);
        assertThat(spec.folders())
                .flatExtracting(folder -> folder.role().stream().toList())
                .containsExactlyInAnyOrder(FolderRole.values());
        assertThat(spec.folders()).allMatch(MailFolder::subscribed);
        assertThat(spec.first(Field.SENT_FOLDER)).contains(sent);
        assertThat(spec.groupwareFolders()).containsEntry(GroupwareFolder.CALENDAR, calendar);
    }

    @Test
    void theDriveFoldersAreNamedInOneLanguageForEverybody() {
        assertThat(complete(templates, draft("language", "FR")).groupwareFolders())
                .containsEntry(GroupwareFolder.DOCUMENTS, "Documents")
                .containsEntry(GroupwareFolder.PICTURES, "Pictures")
                .containsEntry(GroupwareFolder.TASKS, "Tâches")
                .doesNotContainKey(GroupwareFolder.DRIVE_HOME);
    }

    @Test
    void aStyleBringsItsOwnFolders() {
        UserSpec spec = complete(templates, draft("language", "DE", "ox_user_create_imap_template", "de_thunderbird"));

        assertThat(spec.folders())
                .extracting(MailFolder::name)
                .containsExactly("Entwürfe", "Gesendet", "Papierkorb", "Junk", "Archiv", "Vorlagen");
        assertThat(spec.values()).containsEntry(Field.OTHER_FOLDERS, List.of("Vorlagen"));
    }

    @Test
    void namesThatTheFeedGivesToFoldersWin() {
        UserSpec spec = complete(
                templates, draft("language", "DE", "mail_folder_sent_name", "Ausgang", "mail_folders", "Projekte"));

        assertThat(spec.folders())
                .extracting(MailFolder::name)
                .containsExactly("Entwürfe", "Ausgang", "Papierkorb", "Spam", "Archiv", "Projekte");
    }

    @Test
    void everyFolderNameOfEveryTemplateHasItsRole() {
        assertThat(templates.folderRoles())
                .containsEntry("gesendete elemente", FolderRole.SENT)
                .containsEntry("éléments supprimés", FolderRole.TRASH)
                .containsEntry("迷惑メール", FolderRole.JUNK)
                .doesNotContainKey("vorlagen");
    }

    @Test
    void languagesAndStylesAreFoundInAnyCase() {
        assertThat(templates.languages().contains("pt_pt")).isTrue();
        assertThat(templates.styles().contains("de_outlook")).isTrue();
    }

    @Test
    void aPersonOfWhomLittleIsSaidIsComplete() {
        UserSpec spec = complete(templates, draft("surname", "Schmidt", "givenname", "Anna", "language", "FR"));

        assertThat(spec.values())
                .containsEntry(Field.MAIL, List.of("anna.schmidt@test.tux"))
                .containsEntry(Field.ALIAS, List.of("anna.schmidt@test.tux"))
                .containsEntry(Field.DISPLAYNAME, List.of("Schmidt, Anna"))
                .containsEntry(Field.MAIL_ROUTE, List.of("anna@localhost"))
                .containsEntry(Field.TIMEZONE, List.of("Europe/Paris"))
                .containsEntry(Field.COUNTRY, List.of("FR"))
                .containsEntry(Field.ACTIVATED, List.of("yes"))
                .containsEntry(Field.MODULES, List.of("268422943"));
        assertThat(spec.password()).isEqualTo(new Password.Keep());
    }

    @Test
    void whatTheFeedSaysWinsOverTheDefaults() {
        UserSpec spec = complete(
                templates, draft("timezone", "Asia/Tokyo", "displayname", "Anna", "activated", "off", "ou", "Sales"));

        assertThat(spec.values())
                .containsEntry(Field.TIMEZONE, List.of("Asia/Tokyo"))
                .containsEntry(Field.DISPLAYNAME, List.of("Anna"))
                .containsEntry(Field.ACTIVATED, List.of("no"))
                .containsEntry(Field.of("ou"), List.of("Sales"));
    }

    @Test
    void whatTheFeedClearsStaysClearedUnlessNobodyCanBeWithoutIt() {
        UserSpec spec = complete(templates, draft("surname", "Schmidt", "country", "", "displayname", "", "alias", ""));

        assertThat(spec.values())
                .containsEntry(Field.COUNTRY, List.of())
                .containsEntry(Field.DISPLAYNAME, List.of("Schmidt"))
                .containsEntry(Field.ALIAS, List.of("anna.schmidt@test.tux"));
    }

    @Test
    void userNamesHangOnTheColumnsOfTheirPatterns() {
        assertThat(templates.nameFields()).contains(Field.SURNAME, Field.GIVENNAME, Field.KEY);
    }

    @ParameterizedTest
    @CsvSource({
        "disable,'calendar,webmail',268422940",
        "access-combination-name,pim_plus,15",
        "access-calendar,off,268422941",
        "access-denied-portal,on,536858399",
        "modules,7,7"
    })
    void modulesAddUp(String column, String value, String bits) {
        UserSpec spec = complete(templates, draft(column, value));

        assertThat(spec.values()).containsEntry(Field.MODULES, List.of(bits));
        assertThat(spec.values().keySet())
                .doesNotContain(Field.DISABLE, Field.ACCESS_COMBINATION, Field.of("access-calendar"));
    }
}
