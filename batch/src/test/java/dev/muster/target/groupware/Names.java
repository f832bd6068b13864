package dev.muster.target.groupware;

import java.util.UUID;

/** Login names that nobody had before, in this run or an earlier one against the same database. */
final class Names {
    private Names() {}

    static String next() {
        return "anna" + UUID.randomUUID().toString().substring(0, 13).replace("-", "");
    }
}
