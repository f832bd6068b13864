package dev.muster.model;

/**
 * Something about a shared account that is not as it should be.
 *
 * @param who the member, or the account itself where it concerns everybody: {@code user anna}
 * @param where a back-end, and the place in it: {@code rights on INBOX, Sent}
 * @param wanted what should be, in words
 * @param actual what is, in words
 * @param remedy what the administrator can do
 */
public record AccountDifference(String who, String where, String wanted, String actual, String remedy) {
    /** {@code user anna: rights on INBOX: should be agent (lrswipte), is nothing; import again}. */
    @Override
    public String toString() {
        return who + ": " + where + ": should be " + wanted + ", is " + actual + "; " + remedy;
    }
}
