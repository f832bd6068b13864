package dev.muster.template;

import dev.muster.model.Claims;
import dev.muster.model.DriveName;
import dev.muster.model.Field;
import dev.muster.model.MailAddress;
import dev.muster.model.Origin;
import dev.muster.model.Password;
import dev.muster.model.SiteKey;
import dev.muster.model.UserDraft;
import dev.muster.model.UserName;
import dev.muster.model.UserSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Rows for the tests of templates, and the templates as they are shipped. */
final class Drafts {
    static final Path SHIPPED = Path.of("..", "templates");
    static final SiteKey KEY = new SiteKey("a site key of a test".getBytes(java.nio.charset.StandardCharsets.UTF_8));

    private Drafts() {}

    /** A draft of pairs: field, value, field, value; an empty value clears the field. */
    static UserDraft draft(String... pairs) {
        SortedMap<Field, List<String>> values = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(Field.of(pairs[i]), pairs[i + 1].isEmpty() ? List.of() : List.of(pairs[i + 1]));
        }
        return new UserDraft(new Origin("users.csv", 2, 1), "17", values, new Password.Keep());
    }

    static Claims claims(String userName, String mail, int generation) {
        return new Claims(
                "test", "17", UserName.of(userName), MailAddress.of(mail), 0, 0, 0, 0, DriveName.NONE, generation);
    }

    static UserSpec complete(Templates templates, UserDraft draft) {
        return templates.complete(draft, claims("anna", "anna.schmidt@test.tux", 1), KEY);
    }
}
