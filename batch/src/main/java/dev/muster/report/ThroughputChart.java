package dev.muster.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.SortedMap;

/**
 * Objects finished per second over time, drawn as SVG. Long runs are drawn in steps of several seconds; a pause shows as
 * a gap.
 */
final class ThroughputChart {
    private static final int WIDTH = 920;
    private static final int HEIGHT = 240;
    private static final int LEFT = 56;
    private static final int RIGHT = 8;
    private static final int TOP = 12;
    private static final int BOTTOM = 28;
    private static final int MOST_STEPS = 150;
    private static final int TIMES = 4;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final long first;
    private final int secondsPerStep;
    private final double[] rates;
    private final double top;
    private final ZoneId zone;

    /** @param perSecond objects finished per second since 1970; not empty */
    ThroughputChart(SortedMap<Long, Long> perSecond, ZoneId zone) {
        this.zone = zone;
        first = perSecond.firstKey();
        long seconds = perSecond.lastKey() - first + 1;
        secondsPerStep = (int) ((seconds + MOST_STEPS - 1) / MOST_STEPS);
        rates = new double[(int) ((seconds + secondsPerStep - 1) / secondsPerStep)];
        perSecond.forEach(
                (second, count) -> rates[(int) ((second - first) / secondsPerStep)] += (double) count / secondsPerStep);
        top = roundedUp(peak());
    }

    /** The best step. */
    double peak() {
        return Arrays.stream(rates).max().orElse(0);
    }

    int secondsPerStep() {
        return secondsPerStep;
    }

    String svg() {
        StringBuilder svg = new StringBuilder("""
                <svg viewBox="0 0 %d %d" role="img" aria-label="Objects per second over time, at most %s">
                """.formatted(WIDTH, HEIGHT, Html.rate(peak())));
        for (int line = 0; line <= 2; line++) {
            svg.append(level(top * line / 2));
        }
        for (int time = 0; time <= TIMES; time++) {
            svg.append(time(time));
        }
        return svg.append("<path class=\"area\" d=\"")
                .append(area())
                .append("\"/>\n</svg>\n")
                .toString();
    }

    private String level(double rate) {
        return """
                <line class="grid" x1="%d" x2="%d" y1="%s" y2="%s"/><text x="%d" y="%s" text-anchor="end">%s</text>
                """.formatted(LEFT, WIDTH - RIGHT, y(rate), y(rate), LEFT - 8, y(rate), number(rate));
    }

    private String time(int index) {
        double step = (double) rates.length * index / TIMES;
        long second = first + Math.round(step * secondsPerStep);
        String anchor = index == 0 ? "start" : index == TIMES ? "end" : "middle";
        return """
                <text x="%s" y="%d" text-anchor="%s">%s</text>
                """.formatted(
                        x(step),
                        HEIGHT - 6,
                        anchor,
                        CLOCK.format(Instant.ofEpochSecond(second).atZone(zone)));
    }

    private String area() {
        StringBuilder path = new StringBuilder("M" + x(0) + " " + y(0));
        for (int step = 0; step < rates.length; step++) {
            path.append("V").append(y(rates[step])).append("H").append(x(step + 1));
        }
        return path.append("V").append(y(0)).append("Z").toString();
    }

    private String x(double step) {
        return number(LEFT + step * (WIDTH - LEFT - RIGHT) / rates.length);
    }

    private String y(double rate) {
        return number(HEIGHT - BOTTOM - rate / top * (HEIGHT - TOP - BOTTOM));
    }

    /** With one digit after the point where it says something. */
    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** The next of a few numbers and their multiples by ten, so that the top and its half are easy to read. */
    private static double roundedUp(double peak) {
        double power = Math.pow(10, Math.floor(Math.log10(peak)));
        return Arrays.stream(new double[] {1, 1.2, 1.6, 2, 3, 4, 5, 6, 8, 10})
                .map(factor -> factor * power)
                .filter(rounded -> rounded >= peak)
                .findFirst()
                .orElse(peak);
    }
}
