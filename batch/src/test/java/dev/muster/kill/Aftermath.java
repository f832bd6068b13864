package dev.muster.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/** What has to be true in the end, whatever happened on the way. */
final class Aftermath {
    private static final String ALL_MADE =
            "\"state\":\"DONE\",\"read\":60,\"planned\":60,\"rejected\":0,\"created\":60,\"updated\":0,"
                    + "\"unchanged\":0,\"leftOut\":0,\"failed\":0,\"pending\":0";
    private static final String NOTHING_TO_DO = "\"read\":60,\"planned\":60,\"rejected\":0,\"created\":0,\"updated\":0,"
            + "\"unchanged\":60,\"leftOut\":0,\"failed\":0,\"pending\":0";

    private Aftermath() {}

    /** The run has made everybody, as claimed, and left nothing behind that is nobody's. */
    static Picture assertAllMade(Ground ground, Program.Result result) throws Exception {
        assertThat(result.status()).as(result.toString()).isZero();
        assertThat(result.out()).contains(ALL_MADE);
        Claimed.assertFoundAsClaimed(ground);
        Picture picture = Picture.of(ground);
        assertThat(picture.leftOver()).isEmpty();
        return picture;
    }

    /** What was begun before is completed now, with the same claims; the same feed again is no work. */
    static Picture assertCompletedByResume(Ground ground, Map<String, Claimed.Claim> claims) throws Exception {
        ground.awaitUnlocked();
        // Killed before a run was entered, there is nothing yet to go on with.
        Program program = ground.hasRun() ? ground.start("resume") : ground.startImport();
        Picture picture = assertAllMade(ground, program.await());
        assertThat(Claimed.in(ground)).containsAllEntriesOf(claims);
        Program.Result again = ground.startImport().await();
        assertThat(again.status()).as(again.toString()).isZero();
        assertThat(again.out()).contains(NOTHING_TO_DO);
        return picture;
    }
}
