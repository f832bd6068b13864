package dev.muster.target.groupware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.fixture.Users;
import dev.muster.model.ErrorCode;
import dev.muster.model.Problem;
import dev.muster.model.TargetPlan;
import dev.muster.model.UserSpec;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlErrorsTest {
    @ParameterizedTest
    @CsvSource({
        "1045, 28000, CREDENTIALS_REFUSED",
        "1049, 42000, CONFIGURATION_INVALID",
        "1146, 42S02, CONFIGURATION_INVALID",
        "1205, 41000, GROUPWARE_UNAVAILABLE",
        "1213, 40001, GROUPWARE_UNAVAILABLE",
        "0,    08000, GROUPWARE_UNAVAILABLE",
        "1062, 23000, GROUPWARE_EXISTS",
        "1406, 22001, GROUPWARE_REFUSED",
    })
    void translatesNumbersToCodes(int number, String state, ErrorCode code) {
        SQLException failure = new SQLException("no", state, number);
        assertThat(SqlErrors.exception(failure, "Reading", "db").code()).isEqualTo(code);
    }

    @Test
    void onlyTriesAgainWhatMayPass() {
        assertThat(SqlErrors.isPassing(new SQLException("deadlock", "40001", 1213)))
                .isTrue();
        assertThat(SqlErrors.isPassing(new SQLException("lost", "08000", 0))).isTrue();
        assertThat(SqlErrors.isPassing(new SQLException("too long", "22001", 1406)))
                .isFalse();
        assertThat(SqlErrors.isPassing(new SQLException("password", "28000", 1045)))
                .isFalse();
    }

    private static TargetPlan anna() {
        UserSpec spec = Users.german("anna");
        return new TargetPlan.Create(spec, Users.claims(spec, 1));
    }

    @Test
    void saysWhoWhereAndWhatTheServerAnswered() {
        SQLException failure = new SQLException("(conn=7) Data too long for column 'field02' at row 3", "22001", 1406);
        Problem problem = SqlErrors.problem(failure, anna());
        assertThat(problem.toString())
                .contains("users.csv:2", "user anna", "1406", "Data too long")
                .doesNotContain("conn=7");
    }
}
