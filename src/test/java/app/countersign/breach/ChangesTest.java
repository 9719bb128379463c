package app.countersign.breach;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.kernel.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChangesTest {

    private static final Facts FIRST = facts(
            "A backup was copied",
            "At night.",
            List.of("customer-data"),
            Set.of(Harm.CONFIDENTIALITY),
            Extent.unknown(),
            "",
            "The server was cut off.");

    @Test
    void nothingIsNewWhereTheFactsAreTheSame() {
        assertThat(english(FIRST, FIRST.copied())).isEmpty();
        assertThat(FIRST.saysTheSameAs(FIRST.copied())).isTrue();
    }

    @Test
    void aNumberThatIsKnownNowSaysWhatWasToldBefore() {
        Facts now = facts(
                FIRST.title(),
                FIRST.description(),
                FIRST.dataCategories(),
                FIRST.harms(),
                Extent.of("persons", 400L, 500L),
                "",
                FIRST.measures());

        assertThat(english(FIRST, now))
                .containsExactly("Persons: between 400 and 500 (we had told you: not known yet)");
        assertThat(Changes.between(FIRST, now, Texts.of(Locale.GERMAN), name -> name))
                .containsExactly("Betroffene Personen: zwischen 400 und 500 (mitgeteilt war: noch nicht bekannt)");
        assertThat(FIRST.saysTheSameAs(now)).isFalse();
    }

    @Test
    void whatWasAddedIsNewAndWhatTurnedOutWrongIsTakenBack() {
        Facts now = facts(
                "A backup was copied",
                "At night.\nBy a former employee.",
                List.of("logs"),
                Set.of(Harm.CONFIDENTIALITY, Harm.INTEGRITY),
                Extent.unknown(),
                "Unwanted mails.",
                "The server was cut off.");

        assertThat(english(FIRST, now))
                .containsExactly(
                        "Course of events, new: By a former employee.",
                        "Affected, new: Integrity",
                        "Categories of data, new: LOGS",
                        "Categories of data, no longer true: CUSTOMER-DATA",
                        "Likely consequences, new: Unwanted mails.");
    }

    private static List<String> english(Facts told, Facts now) {
        return Changes.between(told, now, Texts.of(Locale.ENGLISH), name -> name.toUpperCase(Locale.ROOT));
    }

    private static Facts facts(
            String title,
            String description,
            List<String> categories,
            Set<Harm> harms,
            Extent persons,
            String consequences,
            String measures) {
        return new Facts(
                title,
                description,
                "Erika",
                "mail server",
                categories,
                harms,
                persons,
                Extent.unknown(),
                consequences,
                measures);
    }
}
