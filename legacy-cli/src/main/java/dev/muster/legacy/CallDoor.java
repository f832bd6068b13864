package dev.muster.legacy;

import dev.muster.config.Configuration;
import dev.muster.site.FeedDoor;
import java.nio.file.Path;

/** Lets {@code muster import --format=legacy} in. */
public final class CallDoor implements FeedDoor {
    @Override
    public String format() {
        return "legacy";
    }

    @Override
    public OwnFeed open(Path file, Configuration configuration) {
        return CallFeed.open(file, configuration);
    }
}
