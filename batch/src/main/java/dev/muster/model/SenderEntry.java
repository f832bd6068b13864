package dev.muster.model;

/**
 * Somebody who may send with an address.
 *
 * @param address the sender's address
 * @param login the login with which she sends; without blank, comma or line end, which the mail server's maps part by
 */
public record SenderEntry(MailAddress address, String login) {
    /** @throws IllegalArgumentException if no map can hold the login */
    public SenderEntry {
        if (login.isEmpty() || login.chars().anyMatch(letter -> letter <= ' ' || letter == ',')) {
            throw new IllegalArgumentException("'" + login + "' cannot be a login in a sender map.");
        }
    }
}
