package dev.muster.legacy;

import dev.muster.target.groupware.Layout;

/** Which groupware layout and which mail server a ground has: between them, all that Muster knows. */
enum House {
    DOVECOT_AND_LAYOUT_8("MUSTER_CONFIG", "IMAP", "dovecot", Layout.V8),
    CYRUS_AND_LAYOUT_7106("MUSTER_CONFIG_CYRUS", "CYRUS", "cyrus", Layout.V7_10_6);

    /** The variable that names the configuration of the samples. */
    final String configuration;
    /** The beginning of the variables that name host and port. */
    final String variables;

    final String mailServer;
    final Layout layout;

    House(String configuration, String variables, String mailServer, Layout layout) {
        this.configuration = configuration;
        this.variables = variables;
        this.mailServer = mailServer;
        this.layout = layout;
    }
}
