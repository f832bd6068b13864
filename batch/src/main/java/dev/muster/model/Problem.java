package dev.muster.model;

/**
 * Something wrong with one row or one object: a value, never an exception, so that the other rows go on.
 *
 * @param origin where it came from
 * @param code what kind of problem
 * @param field the field, column or attribute concerned; empty when it is the row as a whole
 * @param reason what was attempted and what was found or answered, as a sentence; carries no secret
 * @param suggestion what to do next, as a sentence
 */
public record Problem(Origin origin, ErrorCode code, String field, String reason, String suggestion) {
    /** {@code users.csv:4711 mail: 'a b@c' is no mail address. Correct the address. [MAIL_INVALID]}. */
    @Override
    public String toString() {
        String subject = field.isEmpty() ? "" : " " + field;
        return origin + subject + ": " + reason + " " + suggestion + " [" + code + "]";
    }
}
