package dev.muster.legacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.config.Configuration;
import dev.muster.input.FeedException;
import dev.muster.ledger.Ledger;
import dev.muster.ledger.Run;
import dev.muster.legacy.script.Script;
import dev.muster.legacy.script.ScriptCall;
import dev.muster.model.ErrorCode;
import dev.muster.model.ObjectKey;
import dev.muster.model.Problem;
import dev.muster.site.FeedDoor;
import dev.muster.template.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** A file of calls as a feed: {@code muster import --format=legacy calls.sh}. */
final class CallFeed implements FeedDoor.OwnFeed {
    private final Configuration configuration;
    private final String digest;
    private final CallFile file;
    private final CompletableFuture<Templates> templates;

    /** Templates take their time: they are read while the run is entered. */
    private CallFeed(Configuration configuration, String digest, CallFile file) {
        this.configuration = configuration;
        this.templates = Aside.begin(() -> Templates.load(configuration.templates()));
        this.digest = digest;
        this.file = file;
    }

    /** @throws FeedException FEED_UNREADABLE if there is no such file */
    static CallFeed open(Path path, Configuration configuration) {
        try {
            byte[] bytes = Files.readAllBytes(path);
            String name = String.valueOf(path.getFileName());
            CallFile file = CallFile.of(name, Script.calls(new String(bytes, UTF_8)));
            return new CallFeed(configuration, sha256(bytes), file);
        } catch (IOException unreadable) {
            throw new FeedException(
                    ErrorCode.FEED_UNREADABLE,
                    path + " cannot be read: " + unreadable.getMessage() + ". Check path and rights.",
                    unreadable);
        }
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public String extension() {
        return "sh";
    }

    @Override
    public String digest() {
        return digest;
    }

    @Override
    public Rows rows() {
        Map<Long, ReplayCall> understood = new TreeMap<>();
        file.understood().forEach(call -> understood.put(call.ordinal(), call));
        return new Rows() {
            @Override
            public Place place(long ordinal) {
                return CallFeed.this.place(ordinal, understood);
            }

            @Override
            public void close() {
                // Everything is in memory.
            }
        };
    }

    private Place place(long ordinal, Map<Long, ReplayCall> understood) {
        if (ordinal < 1 || ordinal > file.source().size()) {
            return Place.none();
        }
        ScriptCall call = file.source().get((int) ordinal - 1);
        ReplayCall known = understood.get(ordinal);
        ObjectKey subject = known == null ? null : known.subject().orElse(null);
        return subject == null
                ? new Place(call.line(), "", "")
                : new Place(call.line(), subject.name(), subject.name());
    }

    @Override
    public long reject(Path target, String run, Iterator<Problem> problems) {
        return new CallRejects(target, run).write(file.source(), problems);
    }

    @Override
    public boolean carryOut(Run run, Ledger ledger, FeedDoor.Watch watch) {
        try (ReplayStage stage = new ReplayStage(configuration, templates, ledger.claims())) {
            return new Replay(stage, file, run, ledger, watch).carryOut();
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("This Java runtime lacks SHA-256.", impossible);
        }
    }
}
