package app.countersign.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowanceTest {

    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-22T10:00:10Z"));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 19, 20, 30, 600})
    void so_many_are_answered_in_a_minute_and_no_more(int limit) {
        Allowance allowance = new Allowance(limit, Ledger.OF_ONE, clock);

        assertThat(answered(allowance, "somebody", limit * 3)).isEqualTo(limit);
    }

    @Test
    void who_asked_too_often_is_told_how_long_to_wait() {
        Allowance allowance = new Allowance(1, Ledger.OF_ONE, clock);
        answered(allowance, "somebody", 1);

        assertThat(allowance.spend("somebody")).hasValue(Duration.ofSeconds(50));
        clock.now = Instant.parse("2026-11-22T10:00:59.999Z");
        assertThat(allowance.spend("somebody")).hasValue(Duration.ofSeconds(1));
        clock.now = Instant.parse("2026-11-22T10:01:00Z");
        assertThat(allowance.spend("somebody")).isEmpty();
    }

    @Test
    void askers_do_not_spend_each_others() {
        Allowance allowance = new Allowance(5, Ledger.OF_ONE, clock);

        assertThat(answered(allowance, "one", 9)).isEqualTo(5);
        assertThat(answered(allowance, "other", 9)).isEqualTo(5);
    }

    @Test
    void nought_stands_for_no_limit() {
        assertThat(answered(new Allowance(0, Ledger.OF_ONE, clock), "somebody", 5000))
                .isEqualTo(5000);
    }

    @Test
    void a_clock_that_is_set_back_locks_nobody_out() {
        Allowance allowance = new Allowance(2, Ledger.OF_ONE, clock);
        answered(allowance, "somebody", 5);
        clock.now = Instant.parse("1969-11-22T10:00:30Z");

        assertThat(answered(allowance, "somebody", 5)).isEqualTo(2);
    }

    @Test
    void the_ledger_is_asked_once_a_batch_and_never_again_when_all_is_taken() {
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger taken = new AtomicInteger();
        Ledger counting = (asker, begins, wanted, limit) -> {
            asked.incrementAndGet();
            return Math.max(0, Math.min(wanted, limit - taken.getAndAdd(wanted)));
        };
        Allowance allowance = new Allowance(600, counting, clock);

        assertThat(answered(allowance, "somebody", 10_000)).isEqualTo(600);
        assertThat(asked).hasValue(600 / 30 + 1);
    }

    @Test
    void a_flood_of_strangers_takes_no_more_memory_than_is_set_aside_for_them() {
        AtomicInteger ledgers = new AtomicInteger();
        Ledger counting = (asker, begins, wanted, limit) -> {
            ledgers.incrementAndGet();
            return limit;
        };
        Allowance allowance = new Allowance(3, counting, clock);

        IntStream.range(0, Allowance.MOST_ASKERS * 2).forEach(i -> allowance.spend("address " + i));

        assertThat(ledgers.get()).isEqualTo(Allowance.MOST_ASKERS + 1);
        assertThat(allowance.spend("one more"))
                .as("newcomers are counted as one")
                .isPresent();
        assertThat(allowance.spend("address 7"))
                .as("who was there before is not")
                .isEmpty();
    }

    static int answered(Allowance allowance, String asker, int requests) {
        return (int) IntStream.range(0, requests)
                .filter(i -> allowance.spend(asker).isEmpty())
                .count();
    }

    static final class MovingClock extends Clock {

        private Instant now;

        MovingClock(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
