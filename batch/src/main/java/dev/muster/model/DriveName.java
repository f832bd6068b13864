package dev.muster.model;

import java.util.Locale;

/**
 * What a person's drive folder is called. All drive folders lie in one folder, so two must not have one name; they are
 * compared without regard to case.
 *
 * @param value as shown; blank = not claimed yet
 */
public record DriveName(String value) {
    /** No name is claimed: whoever writes the folder chooses one. */
    public static final DriveName NONE = new DriveName("");

    public boolean claimed() {
        return !value.isBlank();
    }

    public String folded() {
        return value.toLowerCase(Locale.ROOT);
    }

    /** What is tried when the name is taken: {@code Name (1)}, {@code Name (2)}, as in the reference. */
    public DriveName numbered(int number) {
        return number == 0 ? this : new DriveName(value + " (" + number + ")");
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
        return value;
    }
}
