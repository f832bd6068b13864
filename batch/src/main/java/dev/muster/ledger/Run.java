package dev.muster.ledger;

/**
 * One import from start to report.
 *
 * @param id from 1, growing
 * @param source the feed's source
 * @param feed the feed's absolute path
 * @param digest SHA-256 of the feed file, in hexadecimal
 * @param format the feed's format in its text form
 * @param options the options that change what the run does, for {@code resume}
 * @param startedAt milliseconds since 1970
 * @param endedAt milliseconds since 1970; 0 = not ended
 * @param exitStatus meaningful once it has ended
 * @param rowsRead data rows in the feed; 0 until the check has ended
 * @param completeFeed whether every row of the feed could be read
 * @param site which directory and groupware it is about
 * @param begunBy who began it, on which host, in which process; or who resumed it
 */
public record Run(
        long id,
        String source,
        String feed,
        String digest,
        String format,
        String options,
        State state,
        long startedAt,
        long endedAt,
        int exitStatus,
        long rowsRead,
        boolean completeFeed,
        String site,
        String begunBy) {
    /** Where a run stands. */
    public enum State {
        RUNNING,
        /** Ended before its work was done; {@code resume} goes on. */
        STOPPED,
        DONE
    }

    /** The same run, its work done. */
    public Run done(int status, long at) {
        return new Run(
                id,
                source,
                feed,
                digest,
                format,
                options,
                State.DONE,
                startedAt,
                at,
                status,
                rowsRead,
                completeFeed,
                site,
                begunBy);
    }

    public boolean unfinished() {
        return state != State.DONE;
    }
}
