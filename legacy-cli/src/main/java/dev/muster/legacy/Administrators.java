package dev.muster.legacy;

import dev.muster.config.AdministratorSettings;
import dev.muster.config.Configuration;
import dev.muster.model.Secret;
import dev.muster.site.ExitStatus;
import dev.muster.site.RefusalException;
import dev.muster.target.ldap.LdapLogin;

/** Checks who asks for a command: one of the site's administrators, whose password the directory accepts. */
final class Administrators {
    private final Configuration configuration;

    Administrators(Configuration configuration) {
        this.configuration = configuration;
    }

    /**
     * Returns where this is an administrator.
     *
     * @param name a short name or a DN
     * @throws RefusalException CREDENTIALS if she is none or the password is wrong; CONFIGURATION if nobody can be checked
     */
    void require(String name, Secret password) {
        AdministratorSettings settings = configuration.administrators();
        LdapLogin login = new LdapLogin(configuration
                .ldap()
                .orElseThrow(() -> refused(
                        ExitStatus.CONFIGURATION,
                        "Administrators are checked by the directory, and " + configuration.file()
                                + " has none. Add the section ldap."))
                .server());
        if (settings.members().isEmpty()) {
            throw refused(
                    ExitStatus.CONFIGURATION,
                    configuration.file() + " names no administrators. List them in administrators.members.");
        }
        boolean member = settings.members().stream().anyMatch(each -> login.sameDn(dn(each), dn(name)));
        if (!member || !login.accepts(dn(name), password)) {
            throw refused(
                    ExitStatus.CREDENTIALS,
                    "'" + name + "' is no administrator of this site, or the password is wrong. Nothing was touched."
                            + " The administrators are named in " + configuration.file() + ".");
        }
    }

    private String dn(String name) {
        return name.indexOf('=') >= 0
                ? name
                : LdapLogin.dn(configuration.administrators().dn(), name);
    }

    private static RefusalException refused(ExitStatus status, String message) {
        return new RefusalException(status, message);
    }
}
