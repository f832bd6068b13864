package dev.muster.legacy;

import dev.muster.model.UserName;

/** The people that calls are about. */
final class People {
    private People() {}

    /** @throws dev.muster.site.RefusalException USAGE if {@code --username} is no user name */
    static UserName named(Call call) {
        try {
            return UserName.of(call.text("username"));
        } catch (IllegalArgumentException invalid) {
            throw Call.misused("--username: " + invalid.getMessage());
        }
    }
}
