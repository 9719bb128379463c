package app.countersign.measure.api;

import app.countersign.kernel.KebabCase;
import app.countersign.measure.Measure;
import app.countersign.measure.MeasureRecords;
import app.countersign.measure.Statement;
import app.countersign.terms.Span;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A measure as programs read it. */
@Schema(name = "Measure")
public record MeasureJson(
        UUID id,

        @Schema(description = "Code of the processor") String processor,

        String template,

        @Schema(description = "The first of the clauses that state it: A-1-use-3")
        String clause,

        @Schema(description = "How that clause is cited") String label,

        @Schema(description = "In the reader's language") String title,

        @Schema(description = "In the language of the contract, word for word, a line for each clause")
        String words,

        @Schema(
                description =
                        "encryption, confidentiality, integrity, availability, recovery, testing: Art. 32(1) GDPR")
        String goal,

        @Schema(description = "One of the 17 of Annex II to the standard contractual clauses 2021/914")
        String category,

        @Schema(description = "Numbers of ISO/IEC 27001:2022 Annex A")
        List<String> controls,

        @Schema(description = "How often it is promised anew: PT4H; missing where it isn't")
        String every,

        @Schema(description = "How often a person reviews it: P1M")
        String review,

        Instant reviewedAt,
        Instant reviewDueAt,

        @Schema(description = "Who sees to it, by name") String owner,

        @Schema(enumeration = {"proven", "due", "unproven"}) String light,

        @Schema(
                description = "no-evidence, failed, ended, review-due, ending, proven",
                enumeration = {"no-evidence", "failed", "ended", "review-due", "ending", "proven"})
        String why,

        @Schema(description = "Until when it is proven; missing where it never was")
        Instant provenUntil,

        int version,

        @Schema(description = "Whether a lowered level waits for a second person")
        boolean proposed) {

    static MeasureJson of(MeasureRecords.Row row, Locale language) {
        Measure measure = row.measure();
        Statement statement = row.version().statement();
        return new MeasureJson(
                measure.id(),
                row.processor().code().orElse(null),
                measure.template(),
                measure.code(),
                statement.label(),
                measure.title(language),
                statement.words(),
                measure.goal(),
                measure.category(),
                statement.controls(),
                statement.every().map(Span::toString).orElse(null),
                statement.review().orElse(measure.annex().review()).toString(),
                measure.reviewedAt().orElse(null),
                measure.reviewDueAt(),
                row.owner().isEmpty() ? null : row.owner(),
                KebabCase.of(row.standing().light()),
                KebabCase.of(row.standing().why()),
                measure.provenUntil().orElse(null),
                measure.versionNo(),
                measure.isProposed());
    }
}
