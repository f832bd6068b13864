package dev.muster.model;

import java.util.Locale;

/**
 * What a person's drive folder is called. All drive folders lie in one folder, so two must not have one name; they are
 * compared without regard to case.
 *
 * @param base the name that was wanted; blank = none is claimed
 * @param number 0 for the name itself; whoever comes later gets {@code Name (1)}, {@code Name (2)}, as in the reference
 */
public record DriveName(String base, int number) {
    /** No name is claimed: whoever writes the folder chooses one. */
    public static final DriveName NONE = new DriveName("", 0);

    public static DriveName of(String name) {
        return new DriveName(name, 0);
    }

    public boolean claimed() {
        return !base.isBlank();
    }

    /** As shown. */
    public String value() {
        return number == 0 ? base : base + " (" + number + ")";
    }

    /** The name that was wanted, as it is compared. */
    public String foldedBase() {
        return base.toLowerCase(Locale.ROOT);
    }

    /** What is tried when this one is taken. */
    public DriveName next() {
        return new DriveName(base, number + 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DriveName name && folded().equals(name.folded());
    }

    @Override
    public int hashCode() {
        return folded().hashCode();
    }

    @Override
    public String toString() {
        return value();
    }

    private String folded() {
        return value().toLowerCase(Locale.ROOT);
    }
}
