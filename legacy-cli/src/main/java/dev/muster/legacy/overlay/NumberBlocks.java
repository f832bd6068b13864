package dev.muster.legacy.overlay;

import dev.muster.target.NumberSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers out of blocks that are reserved for many calls at once. What a call got it gets again after a crash; what is
 * left of a block is lost, which is harmless. Thread-safe.
 */
final class NumberBlocks implements NumberSource {
    private static final int LARGEST_BLOCK = 1000;

    private final Map<Counter, NumberSource> sources;
    private final Questions questions;
    private final int calls;
    private final Map<Counter, Block> blocks = new EnumMap<>(Counter.class);
    private long ordinal;
    private int asked;

    private record Block(long next, long end) {}

    NumberBlocks(Map<Counter, NumberSource> sources, Questions questions, int calls) {
        this.sources = sources;
        this.questions = questions;
        this.calls = calls;
    }

    synchronized void begin(long nextOrdinal) {
        ordinal = nextOrdinal;
        asked = 0;
    }

    @Override
    public synchronized long reserve(Counter counter, int count) {
        String question = "number " + ordinal + " " + ++asked + " " + counter;
        String answer = questions
                .ask(List.of(question), each -> each, open -> Map.of(question, Long.toString(fresh(counter, count))))
                .getOrDefault(question, "");
        return Long.parseLong(answer);
    }

    private long fresh(Counter counter, int count) {
        Block block = blocks.getOrDefault(counter, new Block(0, 0));
        if (block.next() + count > block.end()) {
            int size = count * Math.max(1, Math.min(calls, LARGEST_BLOCK));
            long first = source(counter).reserve(counter, size);
            block = new Block(first, first + size);
        }
        blocks.put(counter, new Block(block.next() + count, block.end()));
        return block.next();
    }

    private NumberSource source(Counter counter) {
        NumberSource source = sources.get(counter);
        if (source == null) {
            throw new IllegalStateException("Nobody hands out " + counter + ".");
        }
        return source;
    }
}
