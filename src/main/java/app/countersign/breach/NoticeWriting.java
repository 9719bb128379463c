package app.countersign.breach;

import app.countersign.contract.Contract;
import app.countersign.contract.TemplateVersions;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Texts;
import app.countersign.party.Contact;
import app.countersign.party.ContactKind;
import app.countersign.party.Organisation;
import app.countersign.terms.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a letter from the facts of a breach, with what Art. 33(3)(a) to (d) GDPR asks for, in the language of whoever
 * gets it. All its words are in the bundle {@code notice}.
 */
@ApplicationScoped
class NoticeWriting {

    private static final String LETTER = "notice.letter.";

    @Inject
    private BreachClocks clocks;

    @Inject
    private TemplateVersions versions;

    /** What a letter to a controller says, or with no contract one to the persons.
     *
     * @param before what was told last; null for the first letter */
    NoticeWords write(
            Breach breach, Organisation us, Contract contract, boolean ended, Locale wanted, ToldFacts before) {
        Texts texts = Texts.of(wanted);
        Pen pen = new Pen(texts, us.zone());
        if (contract == null) {
            return toPersons(breach, us, before, pen);
        }
        Template template = versions.template(contract.template());
        Map<String, String> names = template.dataCategories(texts.language());
        UnaryOperator<String> category = name -> names.getOrDefault(name, name);
        pen.paragraph(
                contract.addresseeName().isEmpty()
                        ? pen.say("salutation")
                        : pen.say("salutation-to", contract.addresseeName()));
        pen.paragraph(opening(breach, us, contract, template, before, pen));
        if (ended) {
            pen.paragraph(pen.say("ended"));
        }
        changes(breach, before, category, pen);
        happened(breach, pen);
        concerned(breach, category, pen);
        pen.section("consequences", orUnknown(breach.facts().consequences(), pen));
        pen.section("measures", orUnknown(breach.facts().measures(), pen));
        pen.section("contact", contact(us, pen));
        pen.paragraph(pen.say("phases"));
        pen.paragraph(pen.say("close", us.name()));
        return new NoticeWords(subject(breach, us, before, pen), pen.written());
    }

    private String opening(
            Breach breach, Organisation us, Contract contract, Template template, ToldFacts before, Pen pen) {
        Demand demand = clocks.demand(breach, contract, pen.language());
        String first = before == null
                ? pen.say("first", us.name(), contract.controller().name())
                : pen.say(
                        "further",
                        pen.day(before.toldAt()),
                        us.name(),
                        contract.controller().name());
        String why = demand.byContract()
                ? pen.say("by-contract", demand.cited(), contract.number(), template.title(pen.language()))
                : pen.say("by-law", demand.cited(), contract.number(), template.title(pen.language()));
        return String.join(
                " ", first, why, pen.say("aware", pen.moment(breach.awareAt().orElseThrow())));
    }

    private NoticeWords toPersons(Breach breach, Organisation us, ToldFacts before, Pen pen) {
        UnaryOperator<String> category = clocks.categories(pen.language());
        Demand demand = clocks.demandOfPersons(breach, us, pen.language());
        pen.paragraph(pen.say("salutation"));
        String first = before == null
                ? pen.say("persons.first", us.name())
                : pen.say("persons.further", pen.day(before.toldAt()), us.name());
        String why = demand.cited().isEmpty() ? "" : pen.say("persons.by-law", demand.cited());
        pen.paragraph(Stream.of(
                        first, why, pen.say("aware", pen.moment(breach.awareAt().orElseThrow())))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" ")));
        changes(breach, before, category, pen);
        happened(breach, pen);
        pen.section("persons.concerned", List.of(pen.line("categories", categories(breach, category, pen))));
        pen.section("persons.consequences", orUnknown(breach.facts().consequences(), pen));
        pen.section("persons.measures", orUnknown(breach.facts().measures(), pen));
        pen.section("contact", contact(us, pen));
        pen.paragraph(pen.say("persons.close", us.name()));
        return new NoticeWords(
                pen.say(before == null ? "persons.subject" : "persons.subject-further", us.name(), breach.number()),
                pen.written());
    }

    private static String subject(Breach breach, Organisation us, ToldFacts before, Pen pen) {
        return before == null
                ? pen.say("subject", us.name(), breach.number())
                : pen.say("subject-further", us.name(), breach.number(), pen.day(before.toldAt()));
    }

    private static void changes(Breach breach, ToldFacts before, UnaryOperator<String> category, Pen pen) {
        if (before != null) {
            pen.section(
                    "changes",
                    Changes.between(before.facts(), breach.facts(), pen.texts, category).stream()
                            .map(line -> "– " + line)
                            .toList());
        }
    }

    private static void happened(Breach breach, Pen pen) {
        Facts facts = breach.facts();
        List<String> lines = new ArrayList<>(List.of(facts.title()));
        if (!facts.description().isEmpty()) {
            lines.add(facts.description());
        }
        if (!facts.harms().isEmpty()) {
            lines.add(pen.line(
                    "harms",
                    facts.harms().stream()
                            .map(harm -> harm.label().in(pen.language()))
                            .collect(Collectors.joining(", "))));
        }
        breach.occurredAt().ifPresent(at -> lines.add(pen.line("occurred", pen.moment(at))));
        if (!facts.systems().isEmpty()) {
            lines.add(pen.line("systems", facts.systems().replace("\n", ", ")));
        }
        lines.add(pen.line("number", breach.number()));
        pen.section("happened", lines);
    }

    private static void concerned(Breach breach, UnaryOperator<String> category, Pen pen) {
        pen.section(
                "concerned",
                List.of(
                        pen.line("categories", categories(breach, category, pen)),
                        pen.line("persons", breach.facts().persons().inWords().in(pen.language())),
                        pen.line("records", breach.facts().records().inWords().in(pen.language()))));
    }

    private static String categories(Breach breach, UnaryOperator<String> category, Pen pen) {
        List<String> named = breach.facts().dataCategories();
        return named.isEmpty()
                ? pen.say("unknown-categories")
                : named.stream().map(category).collect(Collectors.joining(", "));
    }

    private static List<String> orUnknown(String text, Pen pen) {
        return List.of(text.isEmpty() ? pen.say("unknown") : text);
    }

    /** Art. 33(3)(b): the data protection officer, or another contact point. */
    private static List<String> contact(Organisation us, Pen pen) {
        List<String> lines = new ArrayList<>();
        Optional<Contact> point = us.contact(
                ContactKind.DPO,
                ContactKind.PRIVACY,
                ContactKind.SECURITY,
                ContactKind.LEGAL,
                ContactKind.GENERAL,
                ContactKind.SIGNATORY);
        lines.add(us.name() + (us.address().isEmpty() ? "" : ", " + us.address().replace("\n", ", ")));
        point.ifPresent(contact -> {
            String name = contact.name().isEmpty() ? "" : contact.name() + ", ";
            lines.add(name + contact.kind().label().in(pen.language()));
            lines.add(pen.line("email", contact.email().value()));
            if (!contact.phone().isEmpty()) {
                lines.add(pen.line("phone", contact.phone()));
            }
        });
        return lines;
    }

    /** A letter being written. */
    private static final class Pen {

        private final Texts texts;
        private final ZoneId zone;
        private final List<String> paragraphs = new ArrayList<>();
        private int sections;

        Pen(Texts texts, ZoneId zone) {
            this.texts = texts;
            this.zone = zone;
        }

        Locale language() {
            return texts.language();
        }

        String say(String key, Object... args) {
            return texts.text(LETTER + key, args);
        }

        /** "Persons: about 500". */
        String line(String fact, String value) {
            return texts.text("notice.letter.line", Reason.of("notice.fact." + fact), value);
        }

        void paragraph(String text) {
            paragraphs.add(text);
        }

        void section(String heading, List<String> lines) {
            sections++;
            paragraphs.add(sections + ". " + say("section." + heading));
            paragraphs.add(String.join("\n", lines));
        }

        String written() {
            return String.join("\n\n", paragraphs);
        }

        String day(Instant at) {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                    .withLocale(british())
                    .format(at.atZone(zone));
        }

        /** {@code 28. November 2026, 09:12 (MEZ)}: a clock counts from it, so that its zone is said. */
        String moment(Instant at) {
            String zoneName =
                    DateTimeFormatter.ofPattern("z").withLocale(british()).format(at.atZone(zone));
            String time = DateTimeFormatter.ofPattern("HH:mm").format(at.atZone(zone));
            return say("moment", day(at), time, zoneName);
        }

        /** English as the British write it: the day first. */
        private Locale british() {
            return language().equals(Locale.GERMAN) ? language() : Locale.UK;
        }
    }
}
