package dev.muster.target.groupware;

import dev.muster.model.ErrorCode;
import dev.muster.model.Problem;
import dev.muster.model.TargetPlan;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Finds out who is meant to go, and whether she may. Belongs to one transaction. */
record LeaverSearch(SqlSession session, Site site) {
    private static final String BY_ID = "SELECT u.guestCreatedBy, l.uid FROM `user` u"
            + " LEFT JOIN login2user l ON l.cid = u.cid AND l.id = u.id WHERE u.cid = ? AND u.id = ?";

    /**
     * Who seems to be meant.
     *
     * @param login her login; empty where it is gone
     */
    record Suspect(long id, String login, boolean guest) {}

    /** By login, else by the known id: half a person may have lost her login. */
    Optional<Suspect> find(TargetPlan.Leaving plan) throws SQLException {
        String login = plan.key().name();
        Person person = new PeopleReader(session, site).read(List.of(login)).get(PeopleReader.fold(login));
        if (person != null) {
            return Optional.of(new Suspect(person.id(), login, person.guest()));
        }
        long known = plan.numbers().userId();
        return session.query(BY_ID, List.of(site.context(), known)).stream()
                .findFirst()
                .map(row -> new Suspect(known, row.text(1), row.number(0) > 0));
    }

    Optional<Problem> refusal(TargetPlan.Leaving plan, Suspect found) {
        if (found.guest() || site.administrators().contains(found.id())) {
            return problem(
                    plan,
                    ErrorCode.PROTECTED,
                    "is the context's administrator or a guest",
                    "Leave the account alone, or use the groupware's own tools.");
        }
        long known = plan.numbers().userId();
        boolean otherName = !found.login().isEmpty()
                && !found.login().equalsIgnoreCase(plan.key().name());
        return known != 0 && known != found.id() || otherName
                ? problem(
                        plan,
                        ErrorCode.NOT_OURS,
                        "is not the person known by the id " + known + ": " + found.login() + " has the id "
                                + found.id(),
                        "Look at the table login2user before you delete anything.")
                : Optional.empty();
    }

    static Optional<Problem> problem(TargetPlan plan, ErrorCode code, String reason, String suggestion) {
        return Optional.of(new Problem(
                plan.origin(), code, "username", "The groupware's " + plan.key() + " " + reason + ".", suggestion));
    }
}
