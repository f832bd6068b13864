package dev.muster.kill;

import dev.muster.target.groupware.Layout;

/** Which groupware layout and which mail server a scenario is on: between them, all that Muster knows. */
enum House {
    DOVECOT_AND_LAYOUT_8(Layout.V8, "dovecot", "IMAP", "ldap-attribute"),
    CYRUS_AND_LAYOUT_7106(Layout.V7_10_6, "cyrus", "CYRUS", "setquota");

    final Layout layout;
    final String mailServer;
    /** How the limit of a mailbox is set there. */
    final String quota;

    private final String variables;

    House(Layout layout, String mailServer, String variables, String quota) {
        this.layout = layout;
        this.mailServer = mailServer;
        this.variables = variables;
        this.quota = quota;
    }

    /** One after the other. */
    static House of(int scenario) {
        return values()[scenario % values().length];
    }

    int mailPort() {
        return Environment.port(variables + "_PORT");
    }
}
