package app.countersign.breach;

import app.countersign.deadline.Deadline;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Texts;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;

/** The record of a breach as JSON. */
final class DossierJson {

    /** A new one whenever a field changes its meaning. */
    static final String FORM = "countersign-breach-record/1";

    private final Dossier dossier;
    private final Breach breach;
    private final Texts texts;

    private DossierJson(Dossier dossier, Locale language) {
        this.dossier = dossier;
        this.breach = dossier.breach();
        this.texts = Texts.of(language);
    }

    /** @param language in which the timeline is told */
    static JsonObject of(Dossier dossier, Locale language) {
        return new DossierJson(dossier, language).json();
    }

    private JsonObject json() {
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
                                .add("subProcessors", texts(dossier.subProcessors()))
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
                .add("controllers", array(dossier.concerns(), DossierJson::concernJson))
                .add("deadlines", array(dossier.deadlines(), DossierJson::deadlineJson))
                .add("notices", array(dossier.tellings(), DossierJson::toldJson))
                .add("judgements", array(dossier.judgements(), DossierJson::judgementJson))
                .add("decisions", array(dossier.decisions(), DossierJson::decisionJson))
                .add("authorityReports", array(dossier.reports(), DossierJson::reportJson))
                .add("timeline", array(dossier.timeline(), this::happenedJson));
        breach.conclusion().ifPresent(why -> json.add("conclusion", why));
        dossier.keptUntil().ifPresent(day -> json.add("keptUntil", day.toString()));
        dossier.controllers().ifPresent(all -> json.add("controllersInAll", all));
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

    private static JsonObjectBuilder toldJson(Notices.Told told) {
        Notice notice = told.notice();
        Telling telling = told.telling();
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("audience", notice.isToPersons() ? "persons" : "controller")
                .add("addressee", notice.addressee())
                .add("contract", notice.contractNumber())
                .add("phase", notice.phase())
                .add("language", notice.language().toLanguageTag())
                .add("channel", KebabCase.of(telling.channel()))
                .add("toldAt", telling.toldAt().toString())
                .add("toldBy", telling.teller())
                .add("recipient", telling.recipient())
                .add("remark", telling.remark())
                .add("recordedAt", telling.recordedAt().toString())
                .add("recordedBy", telling.recordedBy())
                .add("textSha256", telling.textSha256())
                .add("letterSha256", telling.letterSha256());
        telling.messageId().ifPresent(id -> json.add("messageId", id));
        telling.answer().ifPresent(answer -> json.add("smtpAnswer", answer));
        telling.answeredAt().ifPresent(at -> json.add("smtpAnsweredAt", at.toString()));
        telling.failedAt().ifPresent(at -> json.add("failedAt", at.toString()));
        telling.problem().ifPresent(problem -> json.add("problem", problem));
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
                .add("text", happened.in(texts))
                .add("by", happened.by());
    }
}
