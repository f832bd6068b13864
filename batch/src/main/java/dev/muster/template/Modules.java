package dev.muster.template;

import dev.muster.model.Field;
import dev.muster.model.GroupwareModule;
import dev.muster.model.ModuleCombination;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Adds up what a person's columns say about groupware modules. */
final class Modules {
    private Modules() {}

    /** The columns that are used up by {@link #bits}, {@code disable} aside. */
    static boolean reads(Field field) {
        return field.equals(Field.ACCESS_COMBINATION)
                || GroupwareModule.ofAccessColumn(field).isPresent();
    }

    /**
     * The bits of {@code user_configuration.permissions}. A combination wins over single switches, as in the
     * reference; what {@code disable} names is taken away in any case.
     *
     * @param values what feed and defaults say
     * @param standard where they name neither bits nor a combination
     */
    static long bits(Map<Field, List<String>> values, long standard) {
        Optional<Long> named = first(values, Field.MODULES)
                .or(() -> first(values, Field.ACCESS_COMBINATION))
                .map(name -> number(name, standard));
        return named.orElseGet(() -> switched(values, standard)) & ~disabled(values);
    }

    /** A decimal number, or the name of a combination. */
    static long number(String text, long otherwise) {
        String stripped = text.strip();
        return stripped.matches("\\d{1,10}")
                ? Long.parseLong(stripped)
                : ModuleCombination.ofName(stripped)
                        .map(ModuleCombination::bits)
                        .orElse(otherwise);
    }

    private static long switched(Map<Field, List<String>> values, long standard) {
        long bits = standard;
        for (Field field : values.keySet()) {
            long mask = GroupwareModule.ofAccessColumn(field)
                    .map(GroupwareModule::mask)
                    .orElse(0L);
            Optional<String> state = mask == 0 ? Optional.empty() : first(values, field);
            if (state.isPresent()) {
                bits = Switch.isOn(state.get()) ? bits | mask : bits & ~mask;
            }
        }
        return bits;
    }

    /** The words of {@code disable} that no bit stands for: they are kept as they are. */
    static List<String> disabledWithoutBit(List<String> said) {
        return words(said)
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(GroupwareModule.DISABLED_WITHOUT_BIT::contains)
                .distinct()
                .sorted()
                .toList();
    }

    private static long disabled(Map<Field, List<String>> values) {
        return words(values.getOrDefault(Field.DISABLE, List.of()))
                .flatMap(word -> GroupwareModule.ofDisableName(word).stream())
                .mapToLong(GroupwareModule::mask)
                .reduce(0, (left, right) -> left | right);
    }

    private static Stream<String> words(List<String> said) {
        return said.stream().flatMap(words -> Stream.of(words.split(",")));
    }

    private static Optional<String> first(Map<Field, List<String>> values, Field field) {
        return values.getOrDefault(field, List.of()).stream()
                .filter(text -> !text.isBlank())
                .findFirst();
    }
}
