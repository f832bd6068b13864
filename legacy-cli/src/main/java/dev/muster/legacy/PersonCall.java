package dev.muster.legacy;

import dev.muster.input.FeedRow;
import dev.muster.input.FeedSettings;
import dev.muster.input.NamedValues;
import dev.muster.model.Field;
import dev.muster.model.Origin;
import dev.muster.model.Problem;
import dev.muster.model.TargetName;
import dev.muster.model.UserDraft;
import dev.muster.model.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a call says of a person, read as a row of a feed is read. */
final class PersonCall {
    /** Options of the command that say nothing of the person. */
    private static final Set<String> OF_THE_COMMAND = Set.of(
            CommandModel.ADMIN_USER, CommandModel.CONFIG, CommandModel.VERBOSE, "source_only", "adopt", "keep-partial");

    /** What an entry is, and is called, follows from the configuration. */
    private static final Set<Field> OF_THE_ENTRY = Set.of(Field.of("objectclass"), Field.of("dn"));

    private final Call call;
    private final LegacySite site;

    PersonCall(Call call, LegacySite site) {
        this.call = call;
        this.site = site;
    }

    /** @throws dev.muster.site.RefusalException USAGE with everything that is wrong with the values */
    UserDraft draft(Source source) {
        FeedRow row = NamedValues.person(Origin.wholeFile(call.model().name()), values(), settings(source));
        if (row instanceof FeedRow.Bad bad) {
            throw Call.misused(bad.problems().stream().map(PersonCall::words).collect(Collectors.joining(" ")));
        }
        UserDraft draft = ((FeedRow.Good) row).draft();
        draft.values().keySet().forEach(this::requireAttribute);
        return draft;
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>(call.values());
        values.keySet().removeIf(option -> OF_THE_COMMAND.contains(option) || option.endsWith("-file"));
        call.secret("password").ifPresent(secret -> values.put("password", secret.reveal()));
        values.putAll(call.attributes());
        return values;
    }

    private FeedSettings settings(Source source) {
        FeedSettings feed = site.feed();
        return feed.withColumns(feed.columns().ofCalls(source.toldByCall() ? Set.of(Field.SURNAME) : Set.of()));
    }

    private static String words(Problem problem) {
        String field = problem.field().isEmpty() ? "" : "--" + problem.field() + ": ";
        return field + problem.reason() + " " + problem.suggestion();
    }

    /** An option that is neither ours nor an attribute of the server's schema was misspelt. */
    private void requireAttribute(Field field) {
        if (Vocabulary.word(field).isPresent()) {
            return;
        }
        boolean there = !OF_THE_ENTRY.contains(field) && site.targets().keeps(TargetName.LDAP, field);
        if (!there) {
            throw Call.misused("--" + field + " is neither an option nor an attribute of the directory's schema"
                    + near(field) + " Nothing was written.");
        }
    }

    private String near(Field field) {
        List<String> near = site.directory()
                .map(directory -> directory.nearest(field.name()))
                .orElse(List.of());
        return near.isEmpty() ? "." : "; did you mean --" + String.join(" or --", near) + "?";
    }
}
