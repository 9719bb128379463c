package app.countersign.breach;

import app.countersign.deadline.Deadline;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Texts;
import app.countersign.terms.Law;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The record of a breach as PDF/A and as JSON. */
final class DossierPaper {

    /** A new one whenever a field changes its meaning. */
    private static final String FORM = "countersign-breach-record/1";

    /** So many rows of a table are printed; the data inside holds all. */
    private static final int PRINTED = 500;

    private final Dossier dossier;
    private final Breach breach;
    private final Map<String, String> categories;
    private final Law law;
    private final Locale language;
    private final Texts texts;

    DossierPaper(Dossier dossier, Map<String, String> categories, Law law, Locale language) {
        this.dossier = dossier;
        this.breach = dossier.breach();
        this.categories = categories;
        this.law = law;
        this.language = Texts.supported(language);
        this.texts = Texts.of(language);
    }

    JsonObject json() {
        Facts facts = breach.facts();
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("form", FORM)
                .add("number", breach.number())
                .add("state", KebabCase.of(breach.state()))
                .add("title", facts.title())
                .add("ownController", breach.isOwnController())
                .add("processors", texts(dossier.processors()))
                .add("reportedAt", breach.reportedAt().toString())
                .add("reportedBy", breach.reportedBy())
                .add("zone", breach.zone().getId());
        breach.awareAt().ifPresent(at -> json.add("awareAt", at.toString()));
        breach.occurredAt().ifPresent(at -> json.add("occurredAt", at.toString()));
        json.add(
                        "facts",
                        Json.createObjectBuilder()
                                .add("description", facts.description())
                                .add("noticedBy", facts.noticedBy())
                                .add("systems", facts.systems())
                                .add("dataCategories", texts(facts.dataCategories()))
                                .add(
                                        "harms",
                                        texts(facts.harms().stream()
                                                .map(KebabCase::of)
                                                .toList()))
                                .add("persons", extent(facts.persons()))
                                .add("records", extent(facts.records()))
                                .add("personCategories", dossier.supplement().personCategories())
                                .add("duration", dossier.supplement().duration()))
                .add("effects", facts.consequences())
                .add("remedialAction", facts.measures())
                .add("controllers", array(dossier.concerns(), DossierPaper::concernJson))
                .add("deadlines", array(dossier.deadlines(), DossierPaper::deadlineJson))
                .add("judgements", array(dossier.judgements(), DossierPaper::judgementJson))
                .add("decisions", array(dossier.decisions(), DossierPaper::decisionJson))
                .add("authorityReports", array(dossier.reports(), DossierPaper::reportJson))
                .add("timeline", array(dossier.timeline(), this::happenedJson));
        breach.conclusion().ifPresent(why -> json.add("conclusion", why));
        dossier.keptUntil().ifPresent(day -> json.add("keptUntil", day.toString()));
        return json.add("asOf", dossier.asOf().toString()).build();
    }

    private static JsonArrayBuilder texts(Collection<String> all) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        all.forEach(array::add);
        return array;
    }

    private static <T> JsonArrayBuilder array(List<T> all, Function<T, JsonObjectBuilder> written) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        all.forEach(one -> array.add(written.apply(one)));
        return array;
    }

    private static JsonObjectBuilder extent(Extent extent) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        ifKnown(json, "least", extent.least());
        ifKnown(json, "most", extent.most());
        return json;
    }

    private static void ifKnown(JsonObjectBuilder json, String name, OptionalLong number) {
        number.ifPresent(known -> json.add(name, known));
    }

    private static JsonObjectBuilder concernJson(Concern concern) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("controller", concern.controllerName())
                .add("contract", concern.contractNumber())
                .add("state", KebabCase.of(concern.state()))
                .add("contractEnded", concern.isContractEnded());
        concern.decidedAt().ifPresent(at -> json.add("decidedAt", at.toString()));
        concern.decidedBy().ifPresent(by -> json.add("decidedBy", by));
        concern.reason().ifPresent(why -> json.add("reason", why));
        return json;
    }

    private static JsonObjectBuilder deadlineJson(Deadline deadline) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("kind", deadline.kind())
                .add("about", deadline.subject().name())
                .add("clause", deadline.clause())
                .add("startsAt", deadline.startsAt().toString())
                .add("dueAt", deadline.dueAt().toString())
                .add("legalEnd", deadline.legalEndAt().toString())
                .add("state", KebabCase.of(deadline.state()));
        deadline.endedAt().ifPresent(at -> json.add("endedAt", at.toString()));
        deadline.endedBy().ifPresent(by -> json.add("endedBy", by));
        deadline.reason().ifPresent(why -> json.add("reason", why));
        return json;
    }

    private static JsonObjectBuilder judgementJson(Judgement judgement) {
        Severity severity = judgement.severity();
        return Json.createObjectBuilder()
                .add("score", judgement.score())
                .add("level", KebabCase.of(judgement.level()))
                .add("formula", severity.formula(Locale.ROOT))
                .add("nature", KebabCase.of(severity.nature()))
                .add("context", severity.context())
                .add("contextReason", judgement.contextReason())
                .add("ease", KebabCase.of(severity.ease()))
                .add("easeReason", judgement.easeReason())
                .add("confidentiality", KebabCase.of(severity.confidentiality()))
                .add("integrity", KebabCase.of(severity.integrity()))
                .add("availability", KebabCase.of(severity.availability()))
                .add("malicious", severity.malicious())
                .add("circumstancesReason", judgement.circumstancesReason())
                .add("overHundredPersons", judgement.concernsMany())
                .add("unintelligible", judgement.isUnintelligible())
                .add("judgedAt", judgement.judgedAt().toString())
                .add("judgedBy", judgement.judgedBy());
    }

    private static JsonObjectBuilder decisionJson(Decision decision) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("recipient", KebabCase.of(decision.recipient()))
                .add("told", decision.notifies())
                .add("reason", decision.reason())
                .add("decidedAt", decision.decidedAt().toString())
                .add("decidedBy", decision.decidedBy());
        decision.exemption().ifPresent(exemption -> json.add("exemption", KebabCase.of(exemption)));
        return json;
    }

    private static JsonObjectBuilder reportJson(AuthorityReport report) {
        return Json.createObjectBuilder()
                .add("number", report.number())
                .add("phase", KebabCase.of(report.phase()))
                .add("controller", report.controllerName())
                .add("authority", report.authorityName())
                .add("channel", KebabCase.of(report.channel()))
                .add("reference", report.reference())
                .add("delayReasons", report.delayReasons())
                .add("instruction", report.instruction())
                .add("sentAt", report.sentAt().toString())
                .add("sentBy", report.sentBy())
                .add("pdf", report.pdf())
                .add("json", report.json());
    }

    private JsonObjectBuilder happenedJson(Dossier.Happened happened) {
        return Json.createObjectBuilder()
                .add("at", happened.at().toString())
                .add("what", happened.kind())
                .add("text", told(happened))
                .add("by", happened.by());
    }

    /** @param json of the same, put into it */
    byte[] pdf(byte[] json) {
        String title = texts.text("breach.record.title", breach.number());
        Sheet sheet = new Sheet()
                .title(texts.text("breach.record.headline", breach.number()))
                .lead(breach.facts().title())
                .facts(head())
                .heading(texts.text("breach.record.facts"))
                .facts(facts())
                .heading(texts.text("breach.record.effects"))
                .text(orNone(breach.facts().consequences()))
                .heading(texts.text("breach.record.measures"))
                .text(orNone(breach.facts().measures()));
        judgements(sheet);
        decisions(sheet);
        reports(sheet);
        controllers(sheet);
        deadlines(sheet);
        timeline(sheet);
        return Paper.of(
                sheet,
                title,
                texts.text("breach.record.as-of", moment(dossier.asOf())),
                String.join(", ", dossier.processors()),
                FORM + " " + breach.id(),
                language,
                dossier.asOf(),
                json,
                breach.number() + ".json");
    }

    private List<Sheet.Fact> head() {
        return List.of(
                fact("state", in(breach.state().label())),
                fact("processors", String.join("\n", dossier.processors())),
                fact("role", texts.text(breach.isOwnController() ? "breach.record.own" : "breach.record.processor")),
                fact("occurred", breach.occurredAt().map(this::moment).orElse("")),
                fact("aware", breach.awareAt().map(this::moment).orElse("")),
                fact("reported", texts.text("breach.record.at-by", moment(breach.reportedAt()), breach.reportedBy())),
                fact(
                        "ended",
                        breach.endedAt()
                                .map(at -> texts.text(
                                        "breach.record.at-by",
                                        moment(at),
                                        breach.endedBy().orElse("")))
                                .orElse("")),
                fact("conclusion", breach.conclusion().orElse("")),
                fact("kept", dossier.keptUntil().map(this::day).orElse("")));
    }

    private List<Sheet.Fact> facts() {
        Facts facts = breach.facts();
        return List.of(
                fact("description", facts.description()),
                fact(
                        "harms",
                        facts.harms().stream().map(harm -> in(harm.label())).collect(Collectors.joining(", "))),
                fact("noticed-by", facts.noticedBy()),
                fact("systems", facts.systems()),
                fact(
                        "data",
                        facts.dataCategories().stream()
                                .map(name -> categories.getOrDefault(name, name))
                                .collect(Collectors.joining(", "))),
                fact("persons", in(facts.persons().inWords())),
                fact("records", in(facts.records().inWords())),
                fact("person-categories", dossier.supplement().personCategories()),
                fact("duration", dossier.supplement().duration()));
    }

    private void judgements(Sheet sheet) {
        sheet.heading(texts.text("breach.record.severity"));
        if (dossier.judgements().isEmpty()) {
            sheet.text(texts.text("breach.refusal.no-judgement"));
        }
        for (Judgement judgement : dossier.judgements()) {
            Severity severity = judgement.severity();
            sheet.facts(List.of(
                    fact(
                            "result",
                            texts.text(
                                    "breach.record.severity-is",
                                    judgement.level().label(),
                                    severity.formula(language))),
                    fact(
                            "context",
                            lines(
                                    in(severity.nature().label()) + ": "
                                            + in(severity.nature().meaning()),
                                    judgement.contextReason())),
                    fact(
                            "ease",
                            lines(
                                    in(severity.ease().label()) + ": "
                                            + in(severity.ease().meaning()),
                                    judgement.easeReason())),
                    fact(
                            "circumstances",
                            lines(
                                    in(severity.confidentiality().meaning(Harm.CONFIDENTIALITY)),
                                    in(severity.integrity().meaning(Harm.INTEGRITY)),
                                    in(severity.availability().meaning(Harm.AVAILABILITY)),
                                    severity.malicious() ? texts.text("breach.record.malicious") : "",
                                    judgement.circumstancesReason())),
                    fact(
                            "flags",
                            lines(
                                    judgement.concernsMany() ? texts.text("breach.record.many") : "",
                                    judgement.isUnintelligible() ? texts.text("breach.record.unintelligible") : "")),
                    fact(
                            "judged",
                            texts.text("breach.record.at-by", moment(judgement.judgedAt()), judgement.judgedBy()))));
        }
    }

    private void decisions(Sheet sheet) {
        if (dossier.decisions().isEmpty()) {
            return;
        }
        sheet.heading(texts.text("breach.record.decisions"))
                .table(
                        heads("when", "who", "decision", "reason"),
                        dossier.decisions().stream()
                                .map(decision -> List.of(
                                        moment(decision.decidedAt()),
                                        decision.decidedBy(),
                                        texts.text(
                                                decision.notifies()
                                                        ? "breach.happened.decided-to-tell"
                                                        : "breach.happened.decided-not-to-tell",
                                                decision.recipient().label()),
                                        decision.reason()
                                                + decision.exemption()
                                                        .map(one -> " – " + in(one.label()))
                                                        .orElse("")))
                                .toList());
    }

    private void reports(Sheet sheet) {
        if (dossier.reports().isEmpty()) {
            return;
        }
        sheet.heading(texts.text("breach.record.authority"))
                .table(
                        heads("when", "who", "to", "reference"),
                        dossier.reports().stream()
                                .map(report -> List.of(
                                        moment(report.sentAt()),
                                        report.sentBy(),
                                        report.authorityName() + ", "
                                                + in(report.phase().label()) + " ("
                                                + in(report.channel().label()) + ")",
                                        report.reference()))
                                .toList());
    }

    private void controllers(Sheet sheet) {
        if (dossier.concerns().isEmpty()) {
            return;
        }
        sheet.heading(texts.text("breach.record.controllers"))
                .table(
                        heads("controller", "contract", "state", "reason"),
                        dossier.concerns().stream()
                                .limit(PRINTED)
                                .map(concern -> List.of(
                                        concern.controllerName(),
                                        concern.contractNumber(),
                                        in(concern.state().label()),
                                        concern.reason().orElse("")))
                                .toList());
        cut(sheet, dossier.concerns().size());
    }

    private void deadlines(Sheet sheet) {
        if (dossier.deadlines().isEmpty()) {
            return;
        }
        sheet.heading(texts.text("breach.record.deadlines"))
                .table(
                        heads("deadline", "clause", "due", "state", "reason"),
                        dossier.deadlines().stream()
                                .limit(PRINTED)
                                .map(deadline -> List.of(
                                        texts.text("deadline.kind." + deadline.kind()) + " – "
                                                + deadline.subject().name(),
                                        law.label(deadline.clause(), language).orElse(deadline.clause()),
                                        moment(deadline.dueAt()),
                                        in(deadline.state().label())
                                                + deadline.endedAt()
                                                        .map(at -> ", " + moment(at))
                                                        .orElse(""),
                                        deadline.reason().orElse("")))
                                .toList());
        cut(sheet, dossier.deadlines().size());
    }

    private void timeline(Sheet sheet) {
        List<Dossier.Happened> all = dossier.timeline();
        sheet.heading(texts.text("breach.record.timeline"))
                .table(
                        heads("when", "who", "what"),
                        all.stream()
                                .limit(PRINTED)
                                .map(one -> List.of(moment(one.at()), one.by(), told(one)))
                                .toList());
        cut(sheet, all.size());
    }

    private void cut(Sheet sheet, int all) {
        if (all > PRINTED) {
            sheet.note(texts.text("breach.record.cut", all - PRINTED));
        }
    }

    private String told(Dossier.Happened happened) {
        return texts.text("breach.happened." + happened.kind(), happened.of());
    }

    private List<String> heads(String... names) {
        return List.of(names).stream()
                .map(name -> texts.text("breach.record." + name))
                .toList();
    }

    private Sheet.Fact fact(String name, String value) {
        return Sheet.Fact.of(texts.text("breach.record." + name), value);
    }

    private static String lines(String... texts) {
        return List.of(texts).stream().filter(text -> !text.isBlank()).collect(Collectors.joining("\n"));
    }

    private String orNone(String text) {
        return text.isBlank() ? texts.text("breach.record.nothing") : text;
    }

    private String in(Reason reason) {
        return reason.in(language);
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(written())
                .format(day);
    }

    private String moment(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.LONG)
                .withLocale(written())
                .withZone(breach.zone())
                .format(at);
    }

    private Locale written() {
        return Written.in(language);
    }
}
