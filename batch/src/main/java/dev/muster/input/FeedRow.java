package dev.muster.input;

import dev.muster.model.AccountDraft;
import dev.muster.model.AccountField;
import dev.muster.model.Field;
import dev.muster.model.MailAddress;
import dev.muster.model.ObjectKey;
import dev.muster.model.Origin;
import dev.muster.model.Problem;
import dev.muster.model.RosterDraft;
import dev.muster.model.UserDraft;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** One row of a feed. Duplicates are not known here: they are found by {@link FeedCheck}. */
public sealed interface FeedRow {
    Origin origin();

    /** As in {@link UserDraft#identity()}; empty when the row does not tell whose it is: then nobody is proven absent. */
    String identity();

    /** What the row says and could be understood, the password left out. */
    SortedMap<Field, List<String>> values();

    /**
     * A valid row about a person.
     *
     * @param notes what was mended or dropped to make it valid; usually empty
     */
    record Good(UserDraft draft, List<Problem> notes) implements FeedRow {
        public Good {
            notes = List.copyOf(notes);
        }

        @Override
        public Origin origin() {
            return draft.origin();
        }

        @Override
        public String identity() {
            return draft.identity();
        }

        @Override
        public SortedMap<Field, List<String>> values() {
            return draft.values();
        }
    }

    /**
     * A valid row about a group, a resource or a resource group.
     *
     * @param notes as of {@link Good}
     */
    record Roster(RosterDraft draft, List<Problem> notes) implements FeedRow {
        public Roster {
            notes = List.copyOf(notes);
        }

        @Override
        public Origin origin() {
            return draft.origin();
        }

        @Override
        public String identity() {
            return draft.identity();
        }

        /** Name and members included. */
        @Override
        public SortedMap<Field, List<String>> values() {
            SortedMap<Field, List<String>> values = new TreeMap<>(draft.values());
            values.put(
                    RosterColumns.name(draft.key().kind()), List.of(draft.key().name()));
            draft.members()
                    .ifPresent(members -> values.put(
                            RosterColumns.MEMBERS,
                            members.stream().map(ObjectKey::name).toList()));
            return values;
        }
    }

    /**
     * A valid row about a shared account.
     *
     * @param notes as of {@link Good}, and what is worth a second look
     */
    record Account(AccountDraft draft, List<Problem> notes) implements FeedRow {
        public Account {
            notes = List.copyOf(notes);
        }

        @Override
        public Origin origin() {
            return draft.origin();
        }

        @Override
        public String identity() {
            return draft.identity();
        }

        /** Key, name and addresses. */
        @Override
        public SortedMap<Field, List<String>> values() {
            SortedMap<Field, List<String>> values = new TreeMap<>();
            values.put(AccountColumns.NAME, List.of(draft.key().name()));
            draft.settings().text(AccountField.NAME).ifPresent(name -> values.put(Field.DISPLAYNAME, List.of(name)));
            List<String> addresses =
                    draft.addresses().stream().map(MailAddress::value).toList();
            values.put(AccountColumns.PRIMARY, addresses.stream().limit(1).toList());
            values.put(AccountColumns.ADDRESSES, addresses.stream().skip(1).toList());
            return values;
        }
    }

    /**
     * A row that cannot be used.
     *
     * @param problems everything that is wrong with it, at least one
     */
    record Bad(Origin origin, String identity, SortedMap<Field, List<String>> values, List<Problem> problems)
            implements FeedRow {
        public Bad {
            problems = List.copyOf(problems);
        }
    }
}
