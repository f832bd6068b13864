package dev.muster.target.groupware;

/** What a person is made of in the groupware: two parts, which may be made one after the other, in any order. */
public enum GroupwarePart {
    /** The user with contact, addresses, membership, modules, mail settings and default mail accounts. */
    ACCOUNT,
    /** The default folders with their permissions, and the right on the global address book. */
    FOLDERS
}
