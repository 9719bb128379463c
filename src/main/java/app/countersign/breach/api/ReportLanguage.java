package app.countersign.breach.api;

import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Texts;
import java.util.Locale;
import java.util.Optional;

/** Reads the language in which a document is wanted. */
final class ReportLanguage {

    private ReportLanguage() {}

    /** @throws Invalid if it is none of ours */
    static Optional<Locale> of(String typed) {
        if (typed == null || typed.isBlank()) {
            return Optional.empty();
        }
        Locale language = Locale.forLanguageTag(typed.strip());
        if (!Texts.LANGUAGES.contains(language)) {
            throw Invalid.field("language", Reason.of("breach.complaint.choice", "de, en"));
        }
        return Optional.of(language);
    }
}
