package dev.muster.input;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Measures the check of a feed: {@code java -Xmx512m -cp ... dev.muster.input.CheckSpeed people.csv}. */
final class CheckSpeed {
    private CheckSpeed() {}

    public static void main(String[] arguments) {
        long[] problems = new long[1];
        long start = System.nanoTime();
        Feed feed = Feed.open(Path.of(arguments[0]), FeedSettings.defaults());
        CheckResult result = new FeedCheck().run(feed, problem -> problems[0]++);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        System.out.println(feed.format() + " " + feed.sampleNames() + " " + result);
        long cpu =
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
        System.out.println(result.rows() * 1000 / cpu + " rows per second of processor time (" + cpu + " ms)");
        System.out.println(problems[0] + " problems, " + millis + " ms, " + result.rows() * 1000 / millis + " rows/s");
    }
}
