package dev.muster.job;

/**
 * A range of plans that one thread applies: those above {@code after}, up to and with {@code last}. Its step is named
 * after it, because a kill can leave the record of a step without anything else that belongs to it.
 */
record Partition(long after, long last) {
    /** The range in a step's name, which ends with {@link #name}. */
    static Partition of(String stepName) {
        String[] ends = stepName.substring(stepName.lastIndexOf(':') + 1)
                .replace("rows-", "")
                .split("-");
        return new Partition(Long.parseLong(ends[0]), Long.parseLong(ends[1]));
    }

    String name() {
        return "rows-" + after + "-" + last;
    }
}
