package app.countersign.breach;

import app.countersign.document.Written;
import app.countersign.kernel.Reason;
import app.countersign.party.Contact;
import app.countersign.party.ContactKind;
import app.countersign.party.Organisation;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a report says, item by item: Art. 33(3)(a)-(d) GDPR, or Art. 15(1)(a)-(g) of the Swiss ordinance (DSV). */
final class ReportItems {

    static final String GDPR = "gdpr";

    private final Breach breach;
    private final Supplement supplement;
    private final Organisation organisation;
    private final Map<String, String> categories;
    private final Locale language;

    /** @param categories in words, by the name by which contracts call them */
    ReportItems(
            Breach breach,
            Supplement supplement,
            Organisation organisation,
            Map<String, String> categories,
            Locale language) {
        this.breach = breach;
        this.supplement = supplement;
        this.organisation = organisation;
        this.categories = categories;
        this.language = language;
    }

    /** In the order of the law. */
    List<ReportItem> under(String act) {
        Facts facts = breach.facts();
        List<ReportItem> items = new ArrayList<>();
        if (act.equals(GDPR)) {
            items.add(item("gdpr 33(3)(a)", "nature", nature()));
            items.add(item("gdpr 33(3)(a)", "person-categories", supplement.personCategories()));
            items.add(item("gdpr 33(3)(a)", "persons", extent(facts.persons())));
            items.add(item("gdpr 33(3)(a)", "data-categories", dataCategories()));
            items.add(item("gdpr 33(3)(a)", "records", extent(facts.records())));
            items.add(item("gdpr 33(3)(b)", "contact", contact()));
            items.add(item("gdpr 33(3)(c)", "consequences", facts.consequences()));
            items.add(item("gdpr 33(3)(d)", "measures", facts.measures()));
        } else {
            items.add(item("dsv 15(1)(a)", "nature", nature()));
            items.add(item("dsv 15(1)(b)", "time", time()));
            items.add(item("dsv 15(1)(b)", "duration", supplement.duration()));
            items.add(item("dsv 15(1)(c)", "data-categories", dataCategories()));
            items.add(item("dsv 15(1)(c)", "records", extent(facts.records())));
            items.add(item("dsv 15(1)(d)", "person-categories", supplement.personCategories()));
            items.add(item("dsv 15(1)(d)", "persons", extent(facts.persons())));
            items.add(item("dsv 15(1)(e)", "consequences", facts.consequences()));
            items.add(item("dsv 15(1)(f)", "measures", facts.measures()));
            items.add(item("dsv 15(1)(g)", "contact", contact()));
        }
        return items;
    }

    private static ReportItem item(String citation, String field, String text) {
        return new ReportItem(citation, field, text);
    }

    private String nature() {
        String harms = breach.facts().harms().stream()
                .map(harm -> harm.label().in(language))
                .collect(Collectors.joining(", "));
        return Stream.of(harms, breach.facts().description())
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private String dataCategories() {
        return breach.facts().dataCategories().stream()
                .map(name -> categories.getOrDefault(name, name))
                .collect(Collectors.joining(", "));
    }

    private String extent(Extent extent) {
        return extent.isKnown() ? extent.inWords().in(language) : "";
    }

    private String time() {
        ZoneId zone = breach.zone();
        return breach.occurredAt()
                .map(at -> DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG)
                        .withLocale(Written.in(language))
                        .withZone(zone)
                        .format(at))
                .orElse("");
    }

    private String contact() {
        return supplement.contact().isBlank()
                ? organisation
                        .contact(ContactKind.DPO, ContactKind.PRIVACY, ContactKind.LEGAL)
                        .map(this::written)
                        .orElse("")
                : supplement.contact();
    }

    private String written(Contact contact) {
        Reason kind = contact.kind().label();
        String name = contact.name().isEmpty() ? organisation.name() : contact.name();
        return Stream.of(name + " (" + kind.in(language) + ")", contact.email().value(), contact.phone())
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n"));
    }
}
