package dev.muster.kill;

import dev.muster.input.Feed;
import dev.muster.input.FeedReader;
import dev.muster.input.FeedRow;
import dev.muster.input.FeedSettings;
import dev.muster.model.Password;
import dev.muster.model.SiteKey;
import dev.muster.template.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The passwords that people have by the feed and by the claims, the generated ones derived anew. */
final class Passwords {
    private Passwords() {}

    /** {@code user<TAB>password}, one line for everybody who has one. */
    static List<String> expected(Ground ground) throws IOException {
        Templates templates = Templates.load(ground.folder.resolve("templates"));
        SiteKey key = new SiteKey(Base64.getDecoder().decode(Files.readString(ground.folder.resolve("site.key"))));
        Map<String, Claimed.Claim> claims = Claimed.in(ground);
        List<String> lines = new ArrayList<>();
        Feed feed = Feed.open(ground.folder.resolve("people.csv"), FeedSettings.defaults());
        try (FeedReader reader = feed.reader()) {
            for (Optional<FeedRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                if (row.get() instanceof FeedRow.Good good) {
                    Claimed.Claim claim = claims.get(good.draft().identity());
                    Password password = templates
                            .complete(good.draft(), claim.asClaims(good.draft().identity()), key)
                            .password();
                    if (password instanceof Password.Clear clear) {
                        lines.add(claim.userName() + "\t" + clear.secret().reveal());
                    }
                }
            }
        }
        return lines;
    }
}
