package app.countersign.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RhythmTest {

    private final CountDownLatch answer = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(3);

    @Test
    void aJobThatWaitsForAServerThatHangsKeepsNoOtherWaiting() throws InterruptedException {
        Rhythm rhythm = new Rhythm(Executors.defaultThreadFactory(), Job::run);
        for (int i = 0; i < 3; i++) {
            rhythm.add(new Waiting(answer, "hangs-" + i));
        }
        rhythm.add(new Counting(done));
        try {
            assertThat(done.await(1, TimeUnit.MINUTES))
                    .as("the other ran, again and again")
                    .isTrue();
            assertThat(answer.getCount()).as("while these still waited").isEqualTo(1);
        } finally {
            answer.countDown();
            rhythm.end();
        }
    }

    @Test
    void whatIsWantedWaitsForNoBeatAndAfterTheEndForNothing() throws InterruptedException {
        Rhythm rhythm = new Rhythm(Executors.defaultThreadFactory(), Job::run);
        CountDownLatch looked = new CountDownLatch(1);

        rhythm.atOnce(looked::countDown);

        assertThat(looked.await(1, TimeUnit.MINUTES)).isTrue();
        rhythm.end();
        assertThatCode(() -> rhythm.atOnce(done::countDown)).doesNotThrowAnyException();
        assertThat(done.getCount()).isEqualTo(3);
    }

    private record Waiting(CountDownLatch answer, String name) implements Job {

        @Override
        public Duration every() {
            return Duration.ZERO;
        }

        @Override
        public Outcome run() {
            try {
                answer.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Outcome.NOTHING;
        }
    }

    private record Counting(CountDownLatch done) implements Job {

        @Override
        public String name() {
            return "counts";
        }

        @Override
        public Duration every() {
            return Duration.ZERO;
        }

        @Override
        public Outcome run() {
            done.countDown();
            return Outcome.NOTHING;
        }
    }
}
