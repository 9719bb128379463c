package app.countersign.document;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.document.Judgement.Verdict;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/**
 * Whatever the bytes, the reader comes to a verdict in time. Looks for bytes that prove otherwise, for a quarter of an
 * hour: {@code JAZZER_FUZZ=1 mvn test -Dtest=ReaderFuzz}. What it finds goes beside the inputs that it starts from, which
 * {@link StrangersReturnTest} tries with all other tests; this class is none of them, since it instruments what runs
 * beside it.
 */
class ReaderFuzz {

    private static final IssuedForm ISSUED = IssuedForm.of(resource("issued.pdf"), List.of());
    private static final ReturnCheck CHECK =
            new ReturnCheck(Set.of(), Limits.RETURNED, Clock.fixed(Samples.THEN, ZoneOffset.UTC));
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private static byte[] resource(String name) {
        String folder = "ReaderFuzzInputs/reading_a_stranger_s_file_ends_in_a_verdict/";
        try (InputStream input = ReaderFuzz.class.getResourceAsStream(folder + name)) {
            return input.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FuzzTest(maxDuration = "15m")
    void reading_a_stranger_s_file_ends_in_a_verdict(byte[] file) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Judgement judgement = CHECK.judge(ISSUED, file);
        long busy = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;

        assertThat(judgement.json()).isNotEmpty();
        assertThat(busy).isLessThan(LONGEST.toNanos() * 3 / 2);
        if (judgement.verdict() == Verdict.HONEST) {
            assertThat(Pages.text(file, 0)).contains("Das gilt nicht 24 Monate");
            assertThat(judgement.differences()).isEmpty();
        }
    }
}
