package dev.muster.target.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.model.UserName;
import dev.muster.target.imap.Fault.Kind;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LimitCommandTest {
    private static final UserName ANNA = UserName.of("anna");

    @Test
    void commandGetsPersonAndLimit() {
        assertThatCode(() -> run(10_000, "sh", "-c", "test $0-$1 = anna-50", "{user}", "{megabytes}"))
                .doesNotThrowAnyException();
    }

    @Test
    void failingCommandIsThisPersonsRefusal() {
        Fault fault = catchThrowableOfType(Fault.class, () -> run(10_000, "sh", "-c", "echo no such user; exit 67"));
        assertThat(fault.kind()).isEqualTo(Kind.REFUSED);
        assertThat(fault).hasMessageContaining("67").hasMessageContaining("no such user");
    }

    @Test
    void commandThatIsNotThereStopsEverybody() {
        assertThat(catchThrowableOfType(Fault.class, () -> run(10_000, "/no/such/command"))
                        .kind())
                .isEqualTo(Kind.UNUSABLE);
    }

    @Test
    void commandPastTheDeadlineIsEnded() {
        assertThat(catchThrowableOfType(Fault.class, () -> run(100, "sleep", "60"))
                        .kind())
                .isEqualTo(Kind.LATE);
    }

    private static void run(long millis, String... command) throws Fault {
        Leash leash = new Leash(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis));
        new LimitCommand(List.of(command)).run(ANNA, 50, leash);
    }
}
