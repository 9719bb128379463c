package app.countersign.document;

import app.countersign.terms.Template;
import app.countersign.terms.Templates;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A form of each template that the project ships, as it is issued, and what people fill in. */
record ShippedForm(String code, Form form, byte[] pdf, IssuedForm issued) {

    static final List<String> CODES = List.of("okomo-dpa", "oculavis-dpa", "360dialog-dpa");
    static final ReturnCheck CHECK =
            new ReturnCheck(Set.of(), Limits.RETURNED, Clock.fixed(Samples.THEN, ZoneOffset.UTC));

    private static final Templates TEMPLATES = Templates.read(Path.of("contracts-templates"));
    private static final Map<String, ShippedForm> FORMS = new TreeMap<>();
    private static final Map<String, String> VALUES = Map.of(
            "controller.company", "Beispiel Handels AG",
            "controller.address", "Seestrasse 1, 8002 Zürich",
            "controller.person", "Regula Zünd",
            "controller.position", "Leiterin Recht",
            "controller.place", "Zürich",
            "controller.date", "20.11.2026");

    static synchronized ShippedForm of(String code) {
        return FORMS.computeIfAbsent(code, ShippedForm::issued);
    }

    private static ShippedForm issued(String code) {
        Template template = TEMPLATES.find(code).orElseThrow();
        Form form = form(template);
        byte[] pdf = issue(form, template, "-2026-000042");
        return new ShippedForm(code, form, pdf, IssuedForm.of(pdf, signing(form)));
    }

    private static Form form(Template template) {
        return form(template, template.words(Locale.GERMAN));
    }

    private static Form form(Template template, byte[] xhtml) {
        Manuscript words = new Manuscript(
                xhtml,
                template.layout(),
                Locale.GERMAN,
                template::resource,
                new Furniture(template.title(Locale.GERMAN), template.version(), "Muster AG", "Muster AG"));
        return Form.of(Rendering.of(words), Map.of());
    }

    private static byte[] issue(Form form, Template template, String serial) {
        String number = template.prefix() + serial;
        Set<String> fixed = form.placements().stream()
                .map(Placement::field)
                .filter(field -> !field.startsWith("controller."))
                .collect(Collectors.toSet());
        Metadata metadata = new Metadata(
                template.title(Locale.GERMAN),
                "Muster AG",
                number,
                "0b8c1111-0000-4000-8000-000000" + serial.substring(6) + ";" + template.hash(),
                Locale.GERMAN,
                Samples.THEN);
        Map<String, String> values = Map.of("contract.number", number, "controller.company", "Beispiel Handels AG");
        return form.issued(values, fixed, metadata, Optional.of(number));
    }

    /** The same template's form of another contract. */
    byte[] another() {
        return issue(form, TEMPLATES.find(code).orElseThrow(), "-2026-000043");
    }

    /** This very contract's form in a version in which one place reads otherwise. */
    byte[] inOtherWords(String before, String after) {
        Template template = TEMPLATES.find(code).orElseThrow();
        String words = new String(template.words(Locale.GERMAN), StandardCharsets.UTF_8).replaceFirst(before, after);
        return issue(form(template, words.getBytes(StandardCharsets.UTF_8)), template, "-2026-000042");
    }

    static List<Placement> signing(Form form) {
        return form.placement("controller.signature").stream().toList();
    }

    /** What a controller enters, by field name. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        form.placements().stream()
                .map(Placement::field)
                .filter(VALUES::containsKey)
                .forEach(field -> values.put(field, VALUES.get(field)));
        return values;
    }

    Judgement judge(byte[] returned) {
        return CHECK.judge(issued, returned);
    }
}
