package app.countersign.inquiry;

import app.countersign.kernel.Invalid;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.PlainText;
import app.countersign.kernel.Reason;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Reads what people type of an inquiry. */
final class Typed {

    static final PlainText LINE = PlainText.line(200);
    static final PlainText MATTER = PlainText.lines(2000);
    static final PlainText ANSWER = PlainText.lines(4000);
    static final PlainText REASON = PlainText.lines(1000);

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;

    private Typed() {}

    static InquiryKind kind(String word) {
        try {
            return KebabCase.read(InquiryKind.class, word == null ? "" : word.strip());
        } catch (IllegalArgumentException e) {
            throw Invalid.field("kind", Reason.of("inquiry.complaint.kind"));
        }
    }

    /** @throws Invalid if it is no day, or one that no database keeps */
    static Optional<LocalDate> day(String field, String text) {
        if (isMissing(text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.strip()))
                    .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR)
                    .or(() -> {
                        throw Invalid.field(field, Reason.of("inquiry.complaint.day"));
                    });
        } catch (DateTimeException e) {
            throw Invalid.field(field, Reason.of("inquiry.complaint.day"));
        }
    }

    static boolean isMissing(String text) {
        return text == null || text.isBlank();
    }
}
