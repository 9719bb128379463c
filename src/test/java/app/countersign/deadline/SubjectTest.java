package app.countersign.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SubjectTest {

    private static final UUID BREACH = UUID.randomUUID();
    private static final UUID OKOMO = UUID.randomUUID();
    private static final UUID CONCERN = UUID.randomUUID();

    private final Subject whole = Subject.of("breach", BREACH, "BR-1", "/breach/view?id=1");

    @Test
    void saysWhatItIsAndWhereItIsFound() {
        assertThat(whole.kind()).isEqualTo("breach");
        assertThat(whole.id()).isEqualTo(BREACH);
        assertThat(whole.name()).isEqualTo("BR-1");
        assertThat(whole.path()).isEqualTo("/breach/view?id=1");
    }

    @Test
    void whatIsNamedByADayIsCalledAsTheReaderWritesDays() {
        Subject review = Subject.of("access-review", BREACH, "2026-11-28", "/access-log/review");

        assertThat(review.name(Locale.GERMAN)).isEqualTo("28.11.2026");
        assertThat(review.name(Locale.ENGLISH)).isEqualTo("28 Nov 2026");
        assertThat(review.name()).isEqualTo("2026-11-28");
        assertThat(whole.name(Locale.GERMAN)).isEqualTo("BR-1");
        assertThat(Subject.of("x", BREACH, "2026-13-28", "/").name(Locale.GERMAN))
                .isEqualTo("2026-13-28");
    }

    @Test
    void isNobodysMatterAndAWholeUnlessItIsSaid() {
        assertThat(whole.processor()).isEmpty();
        assertThat(whole.part()).isEmpty();
    }

    @Test
    void isAProcessorsMatterAndOnePartOfTheObject() {
        Subject part = whole.of(OKOMO).part(CONCERN);

        assertThat(part.processor()).contains(OKOMO);
        assertThat(part.part()).contains(CONCERN);
        assertThat(part.id()).isEqualTo(BREACH);
        assertThat(whole.part(CONCERN).of(OKOMO).part()).contains(CONCERN);
    }
}
