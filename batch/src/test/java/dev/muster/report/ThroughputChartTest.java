package dev.muster.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ThroughputChartTest {
    @Test
    void drawsAShortRunSecondBySecond() {
        ThroughputChart chart = chart(Map.of(100L, 40L, 101L, 80L));
        assertThat(chart.secondsPerStep()).isEqualTo(1);
        assertThat(chart.peak()).isEqualTo(80);
        assertThat(chart.svg()).contains(">00:01:40<", ">80<", ">40<");
    }

    @Test
    void drawsALongRunInStepsWithTheirMean() {
        ThroughputChart chart = chart(Map.of(0L, 30L, 1L, 10L, 299L, 4L));
        assertThat(chart.secondsPerStep()).isEqualTo(2);
        assertThat(chart.peak()).isEqualTo(20);
    }

    private static ThroughputChart chart(Map<Long, Long> perSecond) {
        return new ThroughputChart(new TreeMap<>(perSecond), ZoneOffset.UTC);
    }
}
