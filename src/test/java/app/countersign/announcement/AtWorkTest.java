package app.countersign.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.subprocessor.Engagement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** For which contracts a sub-processor was at work between 3 and 5 March 2026. */
class AtWorkTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-03-03");
    private static final LocalDate LAST = LocalDate.parse("2026-03-05");
    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
    private static final UUID AGREED = new UUID(1, 1);
    private static final UUID OBJECTED = new UUID(2, 2);
    private static final Set<UUID> BOTH = Set.of(AGREED, OBJECTED);

    private boolean replaced;
    private List<UUID> notYetReached = List.of();
    private List<UUID> notYetLeft = List.of();
    private Instant reachedBefore;
    private Instant leftBefore;

    private final AtWork atWork = new AtWork(new Announcements() {
        @Override
        boolean isReplaced(UUID engagement) {
            return replaced;
        }

        @Override
        List<UUID> notYetReached(UUID engagement, Collection<UUID> contracts, Instant before) {
            reachedBefore = before;
            return notYetReached;
        }

        @Override
        List<UUID> notYetLeft(UUID engagement, Collection<UUID> contracts, Instant before) {
            leftBefore = before;
            return notYetLeft;
        }
    });

    @Test
    void withinItsDaysItIsForAllBothEndsIncluded() {
        for (Engagement one : List.of(
                engaged(null, null),
                engaged("2020-01-01", null),
                engaged("2026-03-05", "2026-12-31"),
                engaged("2020-01-01", "2026-03-03"))) {
            assertThat(atWork.isPossible(one, FIRST, LAST)).isTrue();
            assertThat(among(one)).isEqualTo(BOTH);
        }
    }

    @Test
    void beforeItsFirstAndAfterItsLastDayItIsForNone() {
        for (Engagement one : List.of(engaged("2026-03-06", null), engaged("2020-01-01", "2026-03-02"))) {
            assertThat(atWork.isPossible(one, FIRST, LAST)).isFalse();
            assertThat(among(one)).isEmpty();
        }
    }

    @Test
    void whoeverItHadNotReachedBeforeTheEndOfTheLastDayIsSpared() {
        notYetReached = List.of(OBJECTED);

        assertThat(among(engaged("2026-01-01", null))).containsExactly(AGREED);
        assertThat(reachedBefore).isEqualTo(Instant.parse("2026-03-05T23:00:00Z"));
    }

    @Test
    void whoeverObjectedToItsReplacementIsStillReachedAfterItsLastDay() {
        replaced = true;
        notYetLeft = List.of(OBJECTED);
        Engagement gone = engaged("2020-01-01", "2026-02-28");

        assertThat(atWork.isPossible(gone, FIRST, LAST)).isTrue();
        assertThat(among(gone)).containsExactly(OBJECTED);
        assertThat(leftBefore).isEqualTo(Instant.parse("2026-03-02T23:00:00Z"));
    }

    @Test
    void nothingIsAskedForNoContracts() {
        assertThat(atWork.among(Set.of(), engaged(null, null), FIRST, LAST, ZURICH))
                .isEmpty();
        assertThat(reachedBefore).isNull();
    }

    private Set<UUID> among(Engagement engagement) {
        return atWork.among(BOTH, engagement, FIRST, LAST, ZURICH);
    }

    private static Engagement engaged(String since, String until) {
        return new Engagement() {
            @Override
            public Optional<LocalDate> since() {
                return Optional.ofNullable(since).map(LocalDate::parse);
            }

            @Override
            public Optional<LocalDate> until() {
                return Optional.ofNullable(until).map(LocalDate::parse);
            }
        };
    }
}
