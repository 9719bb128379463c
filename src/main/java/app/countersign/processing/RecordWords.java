package app.countersign.processing;

import app.countersign.document.Written;
import app.countersign.kernel.Country;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Texts;
import app.countersign.measure.Measure;
import app.countersign.party.ContactKind;
import app.countersign.party.Organisation;
import app.countersign.subprocessor.Engagement;
import app.countersign.subprocessor.Safeguard;
import app.countersign.terms.Article28;
import app.countersign.terms.MeasureCatalogue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The record's words in one language, for page, paper and table alike. */
public final class RecordWords {

    private final Texts texts;
    private final Locale language;
    private final MeasureCatalogue catalogue = MeasureCatalogue.ours();

    public RecordWords(Locale language) {
        this.texts = Texts.of(language);
        this.language = texts.language();
    }

    Locale language() {
        return language;
    }

    String text(String key, Object... args) {
        return texts.text("processing." + key, args);
    }

    List<String> heads(String... names) {
        return List.of(names).stream().map(name -> text("column." + name)).toList();
    }

    public String point(Article28 point) {
        return text("point." + KebabCase.of(point));
    }

    public String countries(Collection<Country> some) {
        return some.stream().map(one -> one.name(language)).collect(Collectors.joining(", "));
    }

    public String safeguards(Engagement engagement) {
        return engagement.safeguards().stream()
                .map(Safeguard::label)
                .map(label -> label.in(language))
                .collect(Collectors.joining(", "));
    }

    /** What the transfer stands on, and that it may only be reached from there. */
    public String basis(Transfer transfer) {
        String why = transfer.placing().reason().in(language);
        return transfer.seat() ? why + " " + text("seat") : why;
    }

    public String category(Measure measure) {
        return catalogue.category(measure.category(), language);
    }

    public String title(Measure measure) {
        return measure.title(language);
    }

    /** Its data protection officer, else whom to ask about data protection. */
    public Optional<String> officer(Organisation processor) {
        return processor.contact(ContactKind.DPO).map(ControllerRow::reach);
    }

    public Optional<String> contact(Organisation processor) {
        return processor
                .contact(ContactKind.PRIVACY, ContactKind.LEGAL, ContactKind.GENERAL)
                .map(ControllerRow::reach);
    }

    /** As on an envelope, with the country. */
    String address(Organisation one) {
        return (one.address() + "\n" + one.country().name(language)).strip();
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(Written.in(language))
                .format(day);
    }

    String moment(Instant at, Organisation processor) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Written.in(language))
                .withZone(processor.zone())
                .format(at);
    }
}
