package dev.muster.input;

import static dev.muster.input.Feeds.codes;
import static dev.muster.input.Feeds.problems;
import static dev.muster.input.Feeds.rows;
import static dev.muster.input.Feeds.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.ObjectKey;
import dev.muster.model.RosterDraft;
import dev.muster.model.UserName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RosterFeedTest {
    private static final String GROUP = """
            dn: cn=sales,ou=groups,dc=test,dc=tux
            objectClass: posixGroup
            cn: sales
            gidNumber: 4711
            memberUid: anna
            memberUid: berta
            """;
    private static final String PERSON = """
            dn: uid=anna,ou=people,dc=test,dc=tux
            objectClass: inetOrgPerson
            uid: anna
            sn: Berg
            """;

    @TempDir
    Path folder;

    private Feeds feeds;

    @BeforeEach
    void folder() {
        feeds = new Feeds(folder);
    }

    @Test
    void aGroupHasItsMembersOutOfOneCell() {
        RosterDraft draft = draft(feeds.csv("groupname;members;description", "sales;anna,berta;Who sells"));
        assertThat(draft.key()).isEqualTo(ObjectKey.group("sales"));
        assertThat(draft.members()).contains(Set.of(user("anna"), user("berta")));
        assertThat(draft.values()).containsEntry(Field.DESCRIPTION, List.of("Who sells"));
    }

    @Test
    void oneFeedMayHoldAllThreeKinds() {
        Feed feed =
                feeds.csv("groupname,resourcename,resource_group_name,members", "sales,,,", ",room,,", ",,rooms,room");
        assertThat(rows(feed))
                .extracting(FeedRow::identity)
                .containsExactly("group sales", "resource room", "resource group rooms");
        assertThat(feed.mayHold(ObjectKey.Kind.USER)).isFalse();
    }

    @Test
    void aBlankCellSaysNothingAboutMembersAndTheTokenClearsThem() {
        assertThat(draft(feeds.csv("groupname,members", "sales,")).members()).isEmpty();
        assertThat(draft(feeds.csv("groupname,members", "sales,-clear-")).members())
                .contains(Set.of());
    }

    @Test
    void columnsAreMappedAsThoseOfPeople() {
        ColumnSettings columns = ColumnSettings.defaults()
                .withMapping(Map.of("Gruppe", Field.of("groupname"), "Wer", Field.of("members")));
        Feed feed = feeds.open("g.csv", FeedSettings.defaults().withColumns(columns), "Gruppe;Wer", "sales;anna");
        assertThat(draft(feed).members()).contains(Set.of(user("anna")));
    }

    @Test
    void aColumnOfPeopleStopsTheFeed() {
        assertThatThrownBy(() -> feeds.csv("groupname,memberz", "sales,anna"))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining("nearest is 'members'");
    }

    @Test
    void aBadNameIsToldWithItsLineAndColumn() {
        assertThat(problems(feeds.csv("groupname,members", "sales,", "a/b,")))
                .singleElement()
                .asString()
                .startsWith("users.csv:3 groupname: 'a/b' is no name of a group");
    }

    @Test
    void eachWrongMemberIsTold() {
        assertThat(problems(feeds.csv("groupname,members", "sales,\"anna,b/c,d?e\"")))
                .extracting(problem -> problem.field() + " " + problem.code())
                .containsExactly("members VALUE_INVALID", "members VALUE_INVALID");
    }

    @Test
    void aResourceHasNoMembersAndARowNamesOneThing() {
        String header = "groupname,resourcename,members";
        assertThat(codes(feeds.csv(header, ",room,anna"))).containsExactly(ErrorCode.VALUE_CONTRADICTS);
        assertThat(codes(feeds.csv(header, "sales,room,"))).containsExactly(ErrorCode.VALUE_CONTRADICTS);
        assertThat(codes(feeds.csv(header, ",,anna"))).containsExactly(ErrorCode.VALUE_MISSING);
    }

    @Test
    void theSameObjectOrAddressTwiceIsADuplicate() {
        assertThat(codes(feeds.csv("groupname,resourcename,mail", "sales,,", "SALES,,", ",sales,")))
                .containsExactly(ErrorCode.DUPLICATE_OBJECT, ErrorCode.DUPLICATE_OBJECT);
        assertThat(codes(feeds.csv("resourcename,mail", "a,x@test.tux", "b,X@test.tux")))
                .containsExactly(ErrorCode.DUPLICATE_ADDRESS, ErrorCode.DUPLICATE_ADDRESS);
    }

    @Test
    void aFeedOfGroupsProvesNobodyAbsent() {
        assertThat(new FeedCheck()
                        .run(feeds.csv("groupname", "sales"), problem -> {})
                        .complete())
                .isFalse();
    }

    @Test
    void anLdifHoldsGroupsAmongPeople() {
        Feed feed = ldif(GROUP, PERSON);
        assertThat(rows(feed)).extracting(FeedRow::identity).containsExactly("group sales", "anna");
        assertThat(values(rows(feed).get(0), "members")).containsExactly("anna", "berta");
        try (FeedReader groups = feed.reader(ObjectKey.Kind.GROUP)) {
            assertThat(groups.next().map(row -> row.origin().ordinal())).contains(1L);
            assertThat(groups.next()).isEmpty();
        }
    }

    @Test
    void whatIsNotCarriedOverIsNoted() {
        List<String> notes = new ArrayList<>();
        new FeedCheck(note -> notes.add(note.reason())).run(ldif(GROUP), problem -> {});
        assertThat(notes).containsExactly("Muster does not carry over gidNumber of a group.");
    }

    @Test
    void resourcesAndTheirGroupsHaveAttributesOfTheirOwn() {
        RosterDraft room = draft(ldif("""
                dn: resourceName=room,ou=ResourceObjects,dc=test,dc=tux
                objectClass: OXResourceObject
                resourceName: room
                cn: Room 1
                resourceAvailable: FALSE
                """));
        assertThat(room.values()).containsEntry(Field.DISPLAYNAME, List.of("Room 1"));
        assertThat(room.values()).containsEntry(Field.AVAILABLE, List.of("no"));
        RosterDraft rooms = draft(ldif("""
                dn: resourceGroupName=rooms,ou=ResourceObjects,dc=test,dc=tux
                objectClass: OXResourceGroupObject
                resourceGroupName: rooms
                resourceGroupDescription: All of them
                resourceGroupMember: room
                """));
        assertThat(rooms.members()).contains(Set.of(ObjectKey.resource("room")));
        assertThat(rooms.values()).containsEntry(Field.DESCRIPTION, List.of("All of them"));
    }

    @Test
    void aChangeOfAGroupIsAskedForAsAWholeEntry() {
        assertThat(problems(ldif("""
                        dn: cn=sales,ou=groups,dc=test,dc=tux
                        changetype: modify
                        replace: memberUid
                        memberUid: anna
                        """)))
                .extracting(problem -> problem.suggestion())
                .contains("Change people by uid=..., groups by an entry.");
    }

    @Test
    void theSampleIsGood() {
        Feed sample = Feed.open(Path.of("../samples/feeds/groups.csv"), FeedSettings.defaults());
        assertThat(problems(sample)).isEmpty();
        assertThat(rows(sample)).hasSize(5).allMatch(FeedRow.Roster.class::isInstance);
    }

    private Feed ldif(String... records) {
        return feeds.open("site.ldif", FeedSettings.defaults(), String.join("\n", records));
    }

    private static RosterDraft draft(Feed feed) {
        return ((FeedRow.Roster) rows(feed).get(0)).draft();
    }

    private static ObjectKey user(String name) {
        return ObjectKey.user(UserName.of(name));
    }
}
