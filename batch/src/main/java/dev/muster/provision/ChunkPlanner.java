package dev.muster.provision;

import dev.muster.ledger.RecordedClaim;
import dev.muster.model.Claims;
import dev.muster.model.DriveName;
import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.MailAddress;
import dev.muster.model.ObjectKey;
import dev.muster.model.Problem;
import dev.muster.model.TargetName;
import dev.muster.model.TargetState;
import dev.muster.model.UserDraft;
import dev.muster.model.UserName;
import dev.muster.plan.Holdings;
import dev.muster.plan.Situation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Plans a chunk of rows: names and numbers are claimed, the targets read in bulk, conflicts judged, plans made. Rows are
 * worked in their order, so that the same feed gives the same names; for one thread.
 */
public final class ChunkPlanner {
    private final PlanningRules rules;
    private final Targets targets;
    private final ClaimBook book;
    private final NameDesk names;
    private final NumberDesk numbers;
    private final SituationRoom room;

    /** @param reserved names that are not to be generated */
    public ChunkPlanner(PlanningRules rules, Targets targets, ClaimBook book, ReservedNames reserved) {
        this.rules = rules;
        this.targets = targets;
        this.book = book;
        this.names = new NameDesk(rules.templates(), targets, book, reserved);
        this.numbers = new NumberDesk(targets, book);
        this.room = new SituationRoom(rules, targets);
    }

    /**
     * One answer per draft, in the same order. Claims of rows with a plan are saved before this returns.
     *
     * @param rows rows of one feed, each identity once
     */
    public List<PlannedRow> plan(List<UserDraft> rows) {
        List<UserDraft> drafts = book.identified(rows);
        Map<String, RecordedClaim> recorded =
                book.find(drafts.stream().map(UserDraft::identity).toList());
        Map<UserDraft, Claims> claims = claims(drafts, recorded);
        Map<ObjectKey, Map<TargetName, TargetState>> states =
                targets.read(claims.values().stream().map(ChunkPlanner::key).toList());
        List<Situation> situations = claims.entrySet().parallelStream()
                .map(claimed -> room.situation(
                        claimed.getKey(),
                        claimed.getValue(),
                        recorded.get(claimed.getKey().identity()),
                        states.getOrDefault(key(claimed.getValue()), Map.of())))
                .toList();
        Map<UserDraft, PlannedRow> answers = new LinkedHashMap<>();
        judge(situations, answers);
        plan(
                situations.stream()
                        .filter(each -> !answers.containsKey(each.draft()))
                        .toList(),
                answers);
        return drafts.stream()
                .map(draft -> answers.getOrDefault(draft, nameless(draft)))
                .toList();
    }

    /** The recorded claims, and provisional ones without numbers for everybody else. */
    private Map<UserDraft, Claims> claims(List<UserDraft> drafts, Map<String, RecordedClaim> recorded) {
        List<UserDraft> unknown = drafts.stream()
                .filter(draft -> !recorded.containsKey(draft.identity()))
                .toList();
        Map<UserDraft, UserName> userNames = names.userNames(unknown);
        Map<UserDraft, MailAddress> addresses = names.addresses(userNames);
        Map<UserDraft, Claims> claims = new LinkedHashMap<>();
        for (UserDraft draft : drafts) {
            RecordedClaim known = recorded.get(draft.identity());
            MailAddress address = addresses.get(draft);
            UserName name = userNames.get(draft);
            if (known != null) {
                claims.put(draft, known.claims());
            } else if (address != null && name != null) {
                claims.put(
                        draft,
                        new Claims(rules.source(), draft.identity(), name, address, 0, 0, 0, 0, DriveName.NONE, 1));
            }
        }
        return claims;
    }

    private void judge(List<Situation> situations, Map<UserDraft, PlannedRow> answers) {
        Holdings holdings = new Census(targets, book).of(situations);
        add(situations.parallelStream().flatMap(situation -> refused(situation, holdings).stream()), answers);
    }

    private Optional<PlannedRow> refused(Situation situation, Holdings holdings) {
        List<Problem> problems = new ArrayList<>(room.problems(situation));
        problems.addAll(rules.conflicts().of(situation, holdings));
        return problems.isEmpty() ? Optional.empty() : Optional.of(new PlannedRow.Refused(situation.draft(), problems));
    }

    private void plan(List<Situation> cleared, Map<UserDraft, PlannedRow> answers) {
        List<Situation> numbered = numbers.number(withDrives(cleared));
        book.save(numbered.stream().map(SituationRoom::claim).toList());
        add(numbered.parallelStream().map(this::ready), answers);
    }

    private PlannedRow ready(Situation situation) {
        return new PlannedRow.Ready(situation.draft(), rules.planner().plan(situation), situation.states());
    }

    /** What is pure is worked out side by side, and still comes in the order of the rows. */
    private static void add(Stream<PlannedRow> planned, Map<UserDraft, PlannedRow> answers) {
        planned.toList().forEach(row -> answers.put(row.draft(), row));
    }

    private List<Situation> withDrives(List<Situation> situations) {
        Map<UserDraft, DriveName> drives =
                names.drives(situations.stream().filter(this::getsDrive).toList());
        return situations.stream()
                .map(situation -> situation.with(situation
                        .claims()
                        .with(drives.getOrDefault(
                                situation.draft(), situation.claims().driveName()))))
                .toList();
    }

    private boolean getsDrive(Situation situation) {
        return targets.written().contains(TargetName.GROUPWARE)
                && !situation.claims().driveName().claimed()
                && !(situation.states().get(TargetName.GROUPWARE) instanceof TargetState.Present);
    }

    private static ObjectKey key(Claims claims) {
        return ObjectKey.user(claims.userName());
    }

    private static PlannedRow nameless(UserDraft draft) {
        return new PlannedRow.Refused(
                draft,
                List.of(new Problem(
                        draft.origin(),
                        ErrorCode.NAMES_EXHAUSTED,
                        Field.USERNAME.name(),
                        "Every user name or address that the templates can make for this person is taken.",
                        "Give the row a user name and an address, or widen the pattern in the templates.")));
    }
}
