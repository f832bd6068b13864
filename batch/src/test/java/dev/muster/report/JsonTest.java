package dev.muster.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.ErrorCode;
import dev.muster.model.Origin;
import dev.muster.model.Problem;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void aProblemIsOneLineWithEverythingThatItsTextSays() {
        Problem problem = new Problem(
                new Origin("users.csv", 7, 6), ErrorCode.MAIL_INVALID, "mail", "'a \"b\"' is none.", "Correct it.");
        assertThat(ProblemJson.of(problem))
                .isEqualTo("{\"file\":\"users.csv\",\"line\":7,\"code\":\"MAIL_INVALID\",\"field\":\"mail\","
                        + "\"reason\":\"'a \\\"b\\\"' is none.\",\"suggestion\":\"Correct it.\"}");
    }

    @Test
    void keepsEveryCharacterOfAText() {
        String text =
                "quote \" backslash \\ line\nreturn\r tab\t nul\u0000 delete\u007F \u2028 \u674E \uD83D\uDE00 \u05D3";
        assertThat(new JsonObject(new Json().with("text", text).toString()).getString("text"))
                .isEqualTo(text);
    }

    @Test
    void escapesALoneSurrogateThatNoFileCanHold() {
        assertThat(Json.quoted("a\uD800b")).isEqualTo("\"a\\ud800b\"");
    }

    @Test
    void nestsObjectsAndLists() {
        Json inner = new Json().with("number", 7).with("yes", true).with("half", 0.5);
        String json = new Json()
                .with("object", inner)
                .with("list", List.of(inner, inner))
                .with("none", List.<Json>of())
                .toString();
        assertThat(new JsonObject(json).encode())
                .isEqualTo(
                        "{\"object\":{\"number\":7,\"yes\":true,\"half\":0.5},\"list\":["
                                + "{\"number\":7,\"yes\":true,\"half\":0.5},{\"number\":7,\"yes\":true,\"half\":0.5}],\"none\":[]}");
    }
}
