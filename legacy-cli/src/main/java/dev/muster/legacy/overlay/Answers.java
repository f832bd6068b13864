package dev.muster.legacy.overlay;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.model.Field;
import dev.muster.model.ObjectKey;
import dev.muster.model.RosterState;
import dev.muster.model.TargetName;
import dev.muster.model.TargetState;
import dev.muster.target.HolderSearch.Holder;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What back-ends answer, as text that the state store keeps: {@code name=value&name=value}, as forms of the web write it. */
final class Answers {
    private static final String ABSENT = "-";
    private static final String UNKNOWN = "?";
    private static final String MEMBER = "member:";
    private static final String EVERYBODY = "everybody:";

    private Answers() {}

    static String text(TargetState state) {
        if (state instanceof TargetState.Present present) {
            return pairs(present.values());
        }
        return state instanceof TargetState.Unknown unknown ? UNKNOWN + encoded(unknown.reason()) : ABSENT;
    }

    static TargetState state(String text) {
        if (text.equals(ABSENT)) {
            return new TargetState.Absent();
        }
        return text.startsWith(UNKNOWN)
                ? new TargetState.Unknown(decoded(text.substring(1)))
                : new TargetState.Present(values(text));
    }

    static String text(RosterState state) {
        if (!(state instanceof RosterState.Present present)) {
            return state instanceof RosterState.Unknown unknown ? UNKNOWN + encoded(unknown.reason()) : ABSENT;
        }
        SortedMap<Field, List<String>> all = new TreeMap<>(present.values());
        all.put(Field.of(EVERYBODY), List.of(Boolean.toString(present.everybody())));
        present.members().stream()
                .collect(Collectors.groupingBy(
                        member -> Field.of(MEMBER + member.kind().name())))
                .forEach((field, members) ->
                        all.put(field, members.stream().map(ObjectKey::name).toList()));
        return pairs(all);
    }

    static RosterState rosterState(String text) {
        if (text.equals(ABSENT)) {
            return new RosterState.Absent();
        }
        if (text.startsWith(UNKNOWN)) {
            return new RosterState.Unknown(decoded(text.substring(1)));
        }
        SortedMap<Field, List<String>> values = values(text);
        boolean everybody = taken(values, Field.of(EVERYBODY)).contains("true");
        Set<ObjectKey> members = new LinkedHashSet<>();
        for (ObjectKey.Kind kind : ObjectKey.Kind.values()) {
            taken(values, Field.of(MEMBER + kind.name())).forEach(name -> members.add(new ObjectKey(kind, name)));
        }
        return new RosterState.Present(values, members, everybody);
    }

    private static List<String> taken(SortedMap<Field, List<String>> values, Field field) {
        List<String> found = values.remove(field);
        return found == null ? List.of() : found;
    }

    static String text(Collection<Holder> holders) {
        return holders.stream()
                .map(holder -> encoded(holder.held()) + "," + holder.target().name() + "," + holder.user() + ","
                        + encoded(holder.name()))
                .collect(Collectors.joining("&"));
    }

    static List<Holder> holders(String text) {
        List<Holder> holders = new ArrayList<>();
        for (String each : parts(text)) {
            String[] values = each.split(",", -1);
            holders.add(new Holder(
                    decoded(values[0]),
                    TargetName.valueOf(values[1]),
                    decoded(values[3]),
                    Boolean.parseBoolean(values[2])));
        }
        return holders;
    }

    static String keys(Collection<ObjectKey> keys) {
        return keys.stream()
                .map(key -> key.kind().name() + "=" + encoded(key.name()))
                .collect(Collectors.joining("&"));
    }

    static Set<ObjectKey> keys(String text) {
        return parts(text).stream()
                .map(each -> each.split("=", -1))
                .map(each -> new ObjectKey(ObjectKey.Kind.valueOf(each[0]), decoded(each[1])))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String pairs(Map<Field, List<String>> values) {
        List<String> pairs = new ArrayList<>();
        values.forEach((field, all) -> all.forEach(value -> pairs.add(encoded(field.name()) + "=" + encoded(value))));
        return String.join("&", pairs);
    }

    private static SortedMap<Field, List<String>> values(String text) {
        SortedMap<Field, List<String>> values = new TreeMap<>();
        for (String pair : parts(text)) {
            int equals = pair.indexOf('=');
            values.computeIfAbsent(Field.of(decoded(pair.substring(0, equals))), any -> new ArrayList<>())
                    .add(decoded(pair.substring(equals + 1)));
        }
        return values;
    }

    private static List<String> parts(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("&", -1));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }
}
