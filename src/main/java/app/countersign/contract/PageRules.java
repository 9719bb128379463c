package app.countersign.contract;

import app.countersign.kernel.Invalid;
import app.countersign.kernel.PlainText;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * When a signature page is complete and plausible.
 *
 * @param required the fields that the document has, such as {@code company}; others may stay empty
 * @param language of the document
 * @param issuedOn the day before which nobody can have signed
 * @param today in the processor's zone: nobody signs tomorrow
 */
record PageRules(Set<String> required, Locale language, LocalDate issuedOn, LocalDate today) {

    static final String PREFIX = "controller.";

    private static final PlainText LINE = PlainText.line(200);
    private static final PlainText ADDRESS = PlainText.lines(300);
    private static final Pattern PERSON_SHAPE = Pattern.compile("(?=(?:.*\\p{L}){2})[^\\d@/\\\\<>{}|=_*#]+");
    private static final int SHORTEST_ADDRESS = 6;

    /** @throws Invalid with a complaint for each field that has one, in the order of the form */
    SignaturePage read(SignaturePage.Entry entry) {
        Map<String, Reason> complaints = complaints(entry);
        if (!complaints.isEmpty()) {
            throw new Invalid(complaints);
        }
        return new SignaturePage(
                LINE.clean(entry.company()),
                ADDRESS.clean(entry.address()),
                LINE.clean(entry.person()),
                LINE.clean(entry.position()),
                LINE.clean(entry.place()),
                LINE.clean(entry.date()).isEmpty() ? null : WrittenDate.read(LINE.clean(entry.date()), language));
    }

    Map<String, Reason> complaints(SignaturePage.Entry entry) {
        Map<String, Reason> complaints = new LinkedHashMap<>();
        entry.byField().forEach((field, raw) -> complaint(field, raw).ifPresent(c -> complaints.put(field, c)));
        return complaints;
    }

    private Optional<Reason> complaint(String field, String raw) {
        PlainText shape = field.equals("address") ? ADDRESS : LINE;
        String text = shape.clean(raw);
        if (text.isEmpty()) {
            return required.contains(field) ? Optional.of(Reason.of("kernel.text.missing")) : Optional.empty();
        }
        return shape.complaint(raw).or(() -> implausible(field, text));
    }

    private Optional<Reason> implausible(String field, String text) {
        return switch (field) {
            case "company" -> unless(hasLetter(text), "contract.complaint.company");
            case "address" ->
                unless(
                        hasLetter(text) && hasDigit(text) && text.length() >= SHORTEST_ADDRESS,
                        "contract.complaint.address");
            case "person" -> unless(PERSON_SHAPE.matcher(text).matches(), "contract.complaint.person");
            case "position" -> unless(hasLetter(text), "contract.complaint.position");
            case "place" ->
                WrittenDate.looksLikeOne(text)
                        ? Optional.of(Reason.of("contract.complaint.place-is-date"))
                        : unless(hasLetter(text), "contract.complaint.place");
            default -> implausibleDate(text);
        };
    }

    private Optional<Reason> implausibleDate(String text) {
        try {
            return implausible(WrittenDate.read(text, language));
        } catch (Refused e) {
            return Optional.of(e.reason());
        }
    }

    private Optional<Reason> implausible(LocalDate day) {
        if (day.isAfter(today)) {
            return Optional.of(Reason.of(
                    "contract.complaint.date-in-future",
                    WrittenDate.write(day, language),
                    WrittenDate.write(today, language)));
        }
        if (day.isBefore(issuedOn)) {
            return Optional.of(Reason.of(
                    "contract.complaint.date-before-issue",
                    WrittenDate.write(day, language),
                    WrittenDate.write(issuedOn, language)));
        }
        return Optional.empty();
    }

    private static Optional<Reason> unless(boolean plausible, String key) {
        return plausible ? Optional.empty() : Optional.of(Reason.of(key));
    }

    private static boolean hasLetter(String text) {
        return text.codePoints().anyMatch(Character::isLetter);
    }

    private static boolean hasDigit(String text) {
        return text.codePoints().anyMatch(Character::isDigit);
    }
}
