package dev.muster.model;

/** The three back-ends that must agree. */
public enum TargetName {
    LDAP("LDAP"),
    GROUPWARE("groupware"),
    IMAP("IMAP");

    private final String title;

    TargetName(String title) {
        this.title = title;
    }

    /** As messages write it. */
    @Override
    public String toString() {
        return title;
    }
}
