package dev.muster.config;

import dev.muster.input.ValueRules;

/** The rules for values of a feed, from the section {@code feed}. */
final class FeedSections {
    private FeedSections() {}

    static ValueRules values(Section section, ValueRules house) {
        return house;
    }
}
