package dev.muster.target.groupware;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherContentsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "user",
                "user_id",
                "userid",
                "uid",
                "owner",
                "owner_id",
                "member",
                "member_uid",
                "created_from",
                "changed_from",
                "created_by",
                "createdBy",
                "modifiedBy",
                "changed_by",
                "shared_by",
                "entity",
                "principal",
                "target_user"
            })
    void columnsThatMeanAUser(String column) {
        assertThat(OtherContents.meansUser(column)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cid", "id", "fid", "fuid", "folder", "object_id", "creating_date", "last_modified", "uuid"})
    void columnsThatMeanSomethingElse(String column) {
        assertThat(OtherContents.meansUser(column)).isFalse();
    }
}
