package dev.muster.legacy;

import dev.muster.model.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From the arguments of a call for secondary accounts to what it says. */
final class AccountReading {
    private AccountReading() {}

    static boolean asksForHelp(List<String> arguments) {
        return arguments.contains("--help") || arguments.contains("-h");
    }

    /**
     * The same call, looked through; secrets are not read yet.
     *
     * @throws AccountRefusal if something is missing or means nothing
     */
    static Call checked(Call call) {
        List<String> missing = new ArrayList<>(call.model().mandatory());
        missing.removeIf(call::has);
        missing.removeIf(AccountOptions.ADMIN_PASSWORD::equals);
        if (!missing.isEmpty()) {
            throw AccountRefusal.missing(String.join(",", missing));
        }
        AccountCall.of(call);
        return call;
    }

    /** The call with its secrets. */
    static Call whole(Call call, Surroundings surroundings) {
        return new SecretReader(surroundings).read(call, List.of());
    }

    /** Of the administrator, who may have it in the environment as the reference wants it. */
    static Secret password(Call call) {
        return call.secret(AccountOptions.ADMIN_PASSWORD)
                .or(() -> Optional.ofNullable(System.getenv("ADMIN_PASSWORD")).map(Secret::of))
                .orElseThrow(() -> AccountRefusal.missing(AccountOptions.ADMIN_PASSWORD));
    }
}
