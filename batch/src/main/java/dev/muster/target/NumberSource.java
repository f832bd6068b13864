package dev.muster.target;

/** Hands out numbers that nobody else gets. Thread-safe; numbers that are not used are lost, which is harmless. */
public interface NumberSource {
    /** The counters, by the back-end that keeps them. */
    enum Counter {
        UID_NUMBER,
        /** Numbers for directory groups, out of the same counter as {@link #UID_NUMBER}. */
        GID_NUMBER,
        USER_ID,
        /** Ids of groups and resources in the groupware, out of the same sequence as {@link #USER_ID}. */
        PRINCIPAL_ID,
        CONTACT_ID,
        FOLDER_ID
    }

    /**
     * Reserves consecutive numbers in a short transaction of its own.
     *
     * @param counter one that this back-end keeps
     * @param count how many, at least 1
     * @return the first of them
     * @throws TargetException if the back-end cannot be used
     */
    long reserve(Counter counter, int count);
}
