package app.countersign.subprocessor;

import app.countersign.kernel.Country;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.PlainText;
import app.countersign.kernel.Reason;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What is known of an engagement, checked.
 *
 * @param service what is done, at most 1000 characters
 * @param places where data is processed; never empty
 * @param personal whether it comes by personal data
 * @param data which data, or in which case; may be empty
 * @param informed whether it has been told of its duties
 * @param document the document of the controllers' contract that names it, as people cite it; empty if none does
 * @param remarks may be empty
 * @param parent the engagement whose further sub-processor it is; empty for one of the processor's own
 * @param since the first day; empty if nobody has said it
 * @param until the last day; empty while it goes on
 */
public record EngagementDetails(
        String service,
        Set<Country> places,
        Personal personal,
        String data,
        Basis basis,
        boolean informed,
        Set<Safeguard> safeguards,
        String document,
        String remarks,
        Optional<UUID> parent,
        Optional<LocalDate> since,
        Optional<LocalDate> until) {

    /** Years of four digits that somebody may mean. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 9999;

    private static final PlainText SERVICE = PlainText.lines(1000);
    private static final PlainText DATA = PlainText.lines(1000);
    private static final PlainText DOCUMENT = PlainText.line(200);
    private static final PlainText REMARKS = PlainText.lines(2000);

    /**
     * As people and programs write it.
     *
     * @param places codes or names of countries, with commas between
     * @param since {@code 2026-11-28}; may be empty
     */
    public record Typed(
            String service,
            String places,
            String personal,
            String data,
            String basis,
            boolean informed,
            List<String> safeguards,
            String document,
            String remarks,
            String parent,
            String since,
            String until) {}

    /** @throws Invalid with a complaint for each field that has one */
    public static EngagementDetails read(Typed typed) {
        Map<String, Reason> complaints = new LinkedHashMap<>();
        String service = collect(complaints, () -> SERVICE.require("service", typed.service()));
        Set<Country> places = collect(complaints, () -> Countries.read("places", typed.places()));
        Personal personal = collect(complaints, () -> constant("personal", Personal.class, typed.personal()));
        String data = collect(complaints, () -> DATA.optional("data", typed.data()));
        Basis basis = collect(complaints, () -> constant("basis", Basis.class, typed.basis()));
        Set<Safeguard> safeguards = collect(complaints, () -> safeguards(typed.safeguards()));
        String document = collect(complaints, () -> DOCUMENT.optional("document", typed.document()));
        String remarks = collect(complaints, () -> REMARKS.optional("remarks", typed.remarks()));
        Optional<UUID> parent = collect(complaints, () -> parent(typed.parent()));
        Optional<LocalDate> since = collect(complaints, () -> day("since", typed.since()));
        Optional<LocalDate> until = collect(complaints, () -> day("until", typed.until()));
        if (personal == Personal.CONDITIONAL && data != null && data.isEmpty()) {
            complaints.put("data", Reason.of("subprocessor.complaint.condition"));
        }
        if (since != null
                && until != null
                && since.isPresent()
                && until.filter(since.get()::isAfter).isPresent()) {
            complaints.put("until", Reason.of("subprocessor.complaint.until"));
        }
        if (!complaints.isEmpty()) {
            throw new Invalid(complaints);
        }
        return new EngagementDetails(
                service,
                places,
                personal,
                data,
                basis,
                typed.informed(),
                safeguards,
                document,
                remarks,
                parent,
                since,
                until);
    }

    private static <T> T collect(Map<String, Reason> complaints, Supplier<T> field) {
        try {
            return field.get();
        } catch (Invalid e) {
            complaints.putAll(e.complaints());
            return null;
        }
    }

    private static <E extends Enum<E>> E constant(String field, Class<E> type, String word) {
        if (word == null || word.isBlank()) {
            throw Invalid.field(field, Reason.of("kernel.text.missing"));
        }
        try {
            return KebabCase.read(type, word.strip());
        } catch (IllegalArgumentException e) {
            throw Invalid.field(field, Reason.of("subprocessor.complaint.word", words(type)));
        }
    }

    private static <E extends Enum<E>> String words(Class<E> type) {
        return EnumSet.allOf(type).stream()
                .map(KebabCase::of)
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    /** Countries as people type them.
     *
     * @throws Invalid with a complaint for that field */
    public static Set<Country> countries(String field, String typed) {
        return Countries.read(field, typed);
    }

    /** @throws Invalid with a complaint for {@code safeguards} */
    public static Set<Safeguard> safeguards(List<String> words) {
        Set<Safeguard> found = EnumSet.noneOf(Safeguard.class);
        if (words != null) {
            words.forEach(word -> found.add(constant("safeguards", Safeguard.class, word)));
        }
        return found;
    }

    private static Optional<UUID> parent(String id) {
        try {
            return Optional.ofNullable(id).filter(text -> !text.isBlank()).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            throw Invalid.field("parent", Reason.of("subprocessor.refusal.unknown"));
        }
    }

    private static Optional<LocalDate> day(String field, String text) {
        try {
            Optional<LocalDate> day = Optional.ofNullable(text)
                    .map(String::strip)
                    .filter(one -> !one.isEmpty())
                    .map(LocalDate::parse);
            if (day.filter(one -> one.getYear() < FIRST_YEAR || one.getYear() > LAST_YEAR)
                    .isEmpty()) {
                return day;
            }
        } catch (DateTimeException e) {
            throw Invalid.field(field, Reason.of("subprocessor.complaint.day"));
        }
        throw Invalid.field(field, Reason.of("subprocessor.complaint.day"));
    }
}
