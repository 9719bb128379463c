package app.countersign.breach;

import app.countersign.document.OwnPaper;
import app.countersign.document.OwnSheet;
import app.countersign.document.Written;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Texts;
import app.countersign.party.Organisation;
import app.countersign.terms.Law;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A report to an authority, as PDF/A and as JSON: of what will be sent, or of what is known now. */
final class AuthorityPaper {

    /** A new one whenever a field changes its meaning. */
    private static final String FORM = "countersign-authority-report/1";

    private final AuthorityDraft draft;
    private final AuthorityReport.Sending sending;
    private final String by;
    private final Law law;
    private final Texts texts;

    /**
     * @param sending with a phase, and whatever else is known of it
     * @param by who sends it
     */
    AuthorityPaper(AuthorityDraft draft, AuthorityReport.Sending sending, String by, Law law) {
        this.draft = draft;
        this.sending = sending;
        this.by = by;
        this.law = law;
        this.texts = Texts.of(draft.language());
    }

    JsonObject json() {
        Organisation controller = draft.controller();
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("form", FORM)
                .add("breach", draft.breach().number())
                .add("law", draft.act())
                .add("number", draft.number())
                .add("phase", KebabCase.of(sending.phase()))
                .add(
                        "controller",
                        Json.createObjectBuilder()
                                .add("name", controller.name())
                                .add("address", controller.address())
                                .add("country", controller.country().code()));
        draft.concern().ifPresent(concern -> json.add("contract", concern.contractNumber()));
        authority().ifPresent(authority -> json.add("authority", authorityJson(authority)));
        json.add("language", draft.language().toLanguageTag())
                .add("title", draft.breach().facts().title())
                .add("zone", draft.breach().zone().getId());
        draft.breach().awareAt().ifPresent(at -> json.add("awareAt", at.toString()));
        draft.breach().occurredAt().ifPresent(at -> json.add("occurredAt", at.toString()));
        json.add("asOf", sending.at().toString()).add("items", itemsJson());
        JsonArrayBuilder missing = Json.createArrayBuilder();
        draft.missing().forEach(item -> missing.add(item.field()));
        json.add("missing", missing);
        ifGiven(json, "delayReasons", sending.delayReasons());
        ifGiven(json, "instruction", sending.instruction());
        ifGiven(json, "reference", sending.reference());
        ifGiven(json, "by", by);
        return json.build();
    }

    private JsonObjectBuilder authorityJson(Authority authority) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", authority.id())
                .add("name", authority.name(draft.language()))
                .add("country", authority.country().code())
                .add("web", authority.web().toString());
        authority.form().ifPresent(form -> json.add("notificationForm", form.toString()));
        authority.email().ifPresent(email -> json.add("email", email.value()));
        return json;
    }

    private JsonArrayBuilder itemsJson() {
        JsonArrayBuilder items = Json.createArrayBuilder();
        for (ReportItem item : draft.items()) {
            items.add(Json.createObjectBuilder()
                    .add("citation", item.citation())
                    .add("field", item.field())
                    .add("label", item.label().in(draft.language()))
                    .add("text", item.text())
                    .add("missing", item.isMissing()));
        }
        return items;
    }

    private static void ifGiven(JsonObjectBuilder json, String name, String text) {
        if (text != null && !text.isBlank()) {
            json.add(name, text);
        }
    }

    private Optional<Authority> authority() {
        return Optional.ofNullable(sending.authority()).or(draft::authority);
    }

    /** @param json of the same, put into it */
    byte[] pdf(byte[] json) {
        Locale language = draft.language();
        String title = texts.text("breach.notification.title", draft.breach().number());
        OwnSheet sheet = new OwnSheet()
                .title(texts.text("breach.notification.headline"))
                .lead(texts.text(
                        "breach.notification.lead." + draft.act(),
                        sending.phase().label(),
                        draft.number()))
                .facts(head());
        draft.items().stream()
                .filter(item -> !item.isMissing())
                .findFirst()
                .ifPresent(any -> sheet.heading(texts.text("breach.notification.content." + draft.act())));
        sheet.facts(draft.items().stream()
                .map(item -> new OwnSheet.Fact(item.label().in(language), item.text(), cited(item)))
                .toList());
        if (!draft.missing().isEmpty()) {
            sheet.heading(texts.text("breach.notification.later"))
                    .text(texts.text("breach.notification.later-why." + draft.act()))
                    .facts(draft.missing().stream()
                            .map(item -> new OwnSheet.Fact(
                                    item.label().in(language),
                                    texts.text("breach.notification.not-known"),
                                    cited(item)))
                            .toList());
        }
        if (!sending.delayReasons().isBlank()) {
            sheet.heading(texts.text("breach.notification.delay")).text(sending.delayReasons());
        }
        if (!draft.sent().isEmpty()) {
            sheet.heading(texts.text("breach.notification.earlier"))
                    .table(
                            List.of(
                                    texts.text("breach.notification.number"),
                                    texts.text("breach.notification.phase"),
                                    texts.text("breach.notification.sent"),
                                    texts.text("breach.notification.reference")),
                            draft.sent().stream().map(this::row).toList());
        }
        return OwnPaper.of(
                sheet,
                title,
                texts.text("breach.notification.version", draft.number(), moment(sending.at())),
                draft.controller().name(),
                FORM + " " + draft.breach().id() + " " + draft.number(),
                language,
                sending.at(),
                json,
                draft.breach().number() + "-" + draft.number() + ".json");
    }

    private List<OwnSheet.Fact> head() {
        Breach breach = draft.breach();
        Organisation controller = draft.controller();
        List<OwnSheet.Fact> head = new ArrayList<>();
        head.add(
                fact("authority", authority().map(a -> a.name(draft.language())).orElse("")));
        head.add(fact("reference", sending.reference()));
        head.add(fact(
                "controller",
                controller.name() + "\n" + controller.address() + "\n"
                        + controller.country().name(draft.language())));
        head.add(fact("instruction", sending.instruction()));
        head.add(fact("subject", breach.number() + " · " + breach.facts().title()));
        head.add(fact("aware", breach.awareAt().map(this::moment).orElse("")));
        if (draft.act().equals(ReportItems.GDPR)) {
            head.add(fact("occurred", breach.occurredAt().map(this::moment).orElse("")));
        }
        head.add(fact("by", by));
        return head;
    }

    private OwnSheet.Fact fact(String name, String value) {
        return OwnSheet.Fact.of(texts.text("breach.notification." + name), value);
    }

    private List<String> row(AuthorityReport report) {
        return List.of(
                String.valueOf(report.number()),
                report.phase().label().in(draft.language()),
                moment(report.sentAt()),
                report.reference());
    }

    private String cited(ReportItem item) {
        return law.label(item.citation(), draft.language()).orElse(item.citation());
    }

    private String moment(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.LONG)
                .withLocale(Written.in(draft.language()))
                .withZone(draft.breach().zone())
                .format(at);
    }

    static byte[] bytes(JsonObject json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
