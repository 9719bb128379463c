package app.countersign.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.kernel.Invalid;
import app.countersign.kernel.Refused;
import app.countersign.terms.Law;
import app.countersign.terms.LegalRule;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InquiryTest {

    private static final LocalDate RECEIVED = LocalDate.of(2026, 11, 2);
    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");

    private final Inquiry inquiry = new Inquiry(
                    UUID.randomUUID(),
                    7,
                    UUID.randomUUID(),
                    new Received(InquiryKind.PERSON, "", "All of it", RECEIVED, "gdpr 12(3)"),
                    new About(Optional.empty(), "", Optional.empty(), Optional.empty(), Optional.empty()),
                    "Dora",
                    NOW,
                    "Dora")
            .names(new byte[] {1}, new byte[] {2})
            .due(NOW);

    private static String refusal(Runnable act) {
        try {
            act.run();
            return "";
        } catch (Refused e) {
            return e.reason().key();
        }
    }

    @Test
    void itIsOpenUntilWhatWasAnsweredIsRecorded() {
        assertThat(inquiry.number()).isEqualTo("IQ-2026-0007");
        assertThat(inquiry.isOpen()).isTrue();

        inquiry.answer("Copy sent", RECEIVED.plusDays(3), NOW, "Dora");

        assertThat(inquiry.isOpen()).isFalse();
        assertThat(inquiry.answeredOn()).contains(RECEIVED.plusDays(3));
        assertThat(refusal(() -> inquiry.answer("Again", RECEIVED, NOW, "Dora")))
                .isEqualTo("inquiry.refusal.answered");
        assertThat(refusal(() -> inquiry.extend(NOW, "More time", false, NOW))).isEqualTo("inquiry.refusal.answered");
        assertThat(inquiry.answer()).contains("Copy sent");
    }

    @Test
    void theLawLetsItBeExtendedOnceAndWhoeverSetADayAsOftenAsTheyLike() {
        inquiry.extend(NOW.plusSeconds(1), "Many", true, NOW);
        assertThat(refusal(() -> inquiry.extend(NOW.plusSeconds(2), "Very many", true, NOW)))
                .isEqualTo("inquiry.refusal.extended");
        assertThat(inquiry.dueAt()).isEqualTo(NOW.plusSeconds(1));

        inquiry.extend(NOW.plusSeconds(2), "Very many", false, NOW);
        assertThat(inquiry.dueAt()).isEqualTo(NOW.plusSeconds(2));
        assertThat(inquiry.extendedFor()).contains("Very many");
    }

    /** What the shipped law says; a change of the law is a line more there. */
    @ParameterizedTest
    @CsvSource({"DE, gdpr 12(3), P1M, P2M", "CH, dsg 25(7), P30D, ", "US, gdpr 12(3), P1M, P2M"})
    void theLawOfTheProcessorsSeatSaysByWhen(String country, String clause, String within, String extended) {
        Law law = Law.in(Path.of("contracts-templates"));
        LegalRule rule = law.on(RECEIVED, "handle").stream()
                .filter(one -> one.act().equals(law.actAt(country)))
                .findFirst()
                .orElseThrow();

        assertThat(rule.citation()).isEqualTo(clause);
        assertThat(rule.promise().span("within").orElseThrow().period()).isEqualTo(Period.parse(within));
        assertThat(rule.promise().span("extended").map(span -> span.period().toString()))
                .isEqualTo(Optional.ofNullable(extended));
    }

    @Test
    void aDayThatWasSetCountsFromWhenItCameIn() {
        AnswerClock.Term term = AnswerClock.Term.until(LocalDate.of(2026, 12, 1), RECEIVED, "Art. 58 Abs. 1 DSGVO");

        assertThat(term.span().period()).isEqualTo(Period.ofDays(29));
        assertThat(term.day()).contains(LocalDate.of(2026, 12, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gestern", "2026-02-30", "0001-01-01", "+12026-01-01"})
    void whatIsNoDayIsComplainedOf(String text) {
        assertThatThrownBy(() -> Typed.day("from", text)).isInstanceOf(Invalid.class);
        assertThat(Typed.day("from", " ")).isEmpty();
        assertThat(Typed.day("from", " 2026-11-02 ")).contains(RECEIVED);
    }

    @Test
    void whoAsksIsOneOfAFew() {
        assertThat(Typed.kind(" court ")).isEqualTo(InquiryKind.COURT);
        assertThatThrownBy(() -> Typed.kind("press")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Typed.kind(null)).isInstanceOf(Invalid.class);
    }
}
