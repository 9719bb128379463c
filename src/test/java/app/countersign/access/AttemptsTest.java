package app.countersign.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.kernel.DomainEvent;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ten thousand attempts at the door. */
class AttemptsTest {

    private static final int MANY = 10_000;

    private final Map<String, Object> rows = new HashMap<>();
    private final List<Object> told = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T08:00:00Z");
    private final Attempts attempts = new Attempts(table(), trail(), new Clock() {

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    private final Optional<UUID> lena = Optional.of(UUID.randomUUID());

    @Test
    void ten_thousand_names_from_one_address_leave_few_rows() {
        long seen = IntStream.range(0, MANY)
                .filter(i -> attempts.begin("name:nobody-" + i, "192.0.2.1", Optional.empty()))
                .count();

        assertThat(seen).isEqualTo(Attempts.FREE_FROM_ONE_ADDRESS + 1);
        assertThat(rows).hasSizeLessThan(40);
        assertThat(told).hasSizeLessThan(10);
    }

    @Test
    void ten_thousand_addresses_against_one_person_do_not_shut_them_out_where_they_are_known() {
        attempts.begin("name:lena", "198.51.100.7", lena);
        attempts.succeeded("name:lena", "198.51.100.7");

        long seen = IntStream.range(0, MANY)
                .filter(i -> attempts.begin("name:lena", "10.0." + i / 250 + "." + i % 250, lena))
                .count();

        assertThat(seen).isEqualTo(Attempts.FREE_FOR_ONE + 1);
        assertThat(attempts.begin("name:lena", "203.0.113.9", lena)).isFalse();
        assertThat(attempts.begin("name:lena", "198.51.100.7", lena)).isTrue();
    }

    @Test
    void an_attack_that_goes_on_for_a_day_is_locked_once_and_told_in_few_rows() {
        for (int i = 0; i < MANY; i++) {
            attempts.begin("name:lena", "10.1." + i / 250 + "." + i % 250, lena);
            now = now.plusSeconds(9);
        }

        assertThat(told).filteredOn(AccountLocked.class::isInstance).hasSize(1);
        assertThat(told).hasSizeLessThan(12);
    }

    @Test
    void whoever_waits_a_quarter_of_an_hour_gets_another_attempt() {
        for (int i = 0; i < MANY; i++) {
            attempts.begin("name:lena", "10.2." + i / 250 + "." + i % 250, lena);
            now = now.plusMillis(500);
        }
        assertThat(attempts.begin("name:lena", "203.0.113.9", lena)).isFalse();

        now = now.plus(FailedAttempt.LONGEST);

        assertThat(attempts.begin("name:lena", "203.0.113.9", lena)).isTrue();
    }

    @Test
    void an_account_of_ones_own_does_not_buy_attempts_at_others() {
        int seen = 0;
        for (int i = 0; i < MANY; i++) {
            seen += attempts.begin("name:victim-" + i, "192.0.2.2", Optional.empty()) ? 1 : 0;
            if (attempts.begin("name:mine", "192.0.2.2", lena)) {
                attempts.succeeded("name:mine", "192.0.2.2");
            }
        }

        assertThat(seen).isLessThanOrEqualTo(Attempts.FREE_FROM_ONE_ADDRESS + 1);
    }

    @Test
    void who_fails_five_times_and_then_succeeds_starts_anew() {
        IntStream.range(0, 5).forEach(i -> attempts.begin("name:dora", "198.51.100.8", Optional.empty()));
        attempts.succeeded("name:dora", "198.51.100.8");

        assertThat(IntStream.range(0, 5)
                        .filter(i -> attempts.begin("name:dora", "198.51.100.8", Optional.empty()))
                        .count())
                .isEqualTo(5);
    }

    @Test
    void a_known_address_is_a_stranger_again_after_a_month() {
        attempts.succeeded("name:lena", "198.51.100.7");
        now = now.plus(Duration.ofDays(31));
        IntStream.range(0, 20).forEach(i -> attempts.begin("name:lena", "10.3.0." + i, lena));

        assertThat(attempts.begin("name:lena", "198.51.100.7", lena)).isFalse();
    }

    /** One table, found by the hash. */
    private EntityManager table() {
        return (EntityManager) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, given) -> {
                    switch (method.getName()) {
                        case "find":
                            return rows.get(given[1]);
                        case "persist":
                            rows.put(hash(given[0]), given[0]);
                            return null;
                        case "remove":
                            rows.values().remove(given[0]);
                            return null;
                        default:
                            throw new UnsupportedOperationException(method.getName());
                    }
                });
    }

    private static String hash(Object row) throws ReflectiveOperationException {
        Field field = FailedAttempt.class.getDeclaredField("subjectHash");
        field.setAccessible(true);
        return (String) field.get(row);
    }

    @SuppressWarnings("unchecked")
    private Event<DomainEvent> trail() {
        return (Event<DomainEvent>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, given) -> {
                    told.add(given[0]);
                    return null;
                });
    }
}
