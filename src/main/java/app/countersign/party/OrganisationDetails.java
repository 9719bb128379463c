package app.countersign.party;

import app.countersign.kernel.Country;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.PlainText;
import app.countersign.kernel.Reason;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What is known of an organisation, checked.
 *
 * @param name at most 200 characters
 * @param address several lines, at most 500 characters; may be empty
 * @param registerNumber in the commercial register or for tax, as written; may be empty
 * @param language in which mails to it are written
 */
public record OrganisationDetails(
        String name, String address, Country country, String registerNumber, Locale language) {

    public static final PlainText NAME = PlainText.line(200);
    public static final PlainText ADDRESS = PlainText.lines(500);
    static final PlainText REGISTER_NUMBER = PlainText.line(60);

    /**
     * From what people typed.
     *
     * @param language a language tag; empty for the country's
     * @throws Invalid with a complaint for each field {@code name}, {@code address}, {@code country},
     *     {@code registerNumber} that has one
     */
    public static OrganisationDetails read(
            String name, String address, String country, String registerNumber, String language) {
        Map<String, Reason> complaints = new LinkedHashMap<>();
        String cleanName = collect(complaints, () -> NAME.require("name", name));
        String cleanAddress = collect(complaints, () -> ADDRESS.optional("address", address));
        Country known = collect(complaints, () -> Country.require("country", country));
        String number = collect(complaints, () -> REGISTER_NUMBER.optional("registerNumber", registerNumber));
        if (cleanName != null && cleanName.codePoints().noneMatch(Character::isLetterOrDigit)) {
            complaints.put("name", Reason.of("party.complaint.no-name"));
        }
        if (!complaints.isEmpty()) {
            throw new Invalid(complaints);
        }
        return new OrganisationDetails(cleanName, cleanAddress, known, number, language(language, known));
    }

    private static <T> T collect(Map<String, Reason> complaints, java.util.function.Supplier<T> field) {
        try {
            return field.get();
        } catch (Invalid e) {
            complaints.putAll(e.complaints());
            return null;
        }
    }

    private static Locale language(String tag, Country country) {
        if (tag != null && !tag.isBlank()) {
            return Locale.forLanguageTag(tag.strip());
        }
        return switch (country.code()) {
            case "CH", "LI" ->
                new Locale.Builder().setLanguage("de").setRegion("CH").build();
            case "DE", "AT" -> Locale.GERMAN;
            default -> Locale.ENGLISH;
        };
    }
}
