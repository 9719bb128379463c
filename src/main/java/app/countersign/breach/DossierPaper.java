package app.countersign.breach;

import app.countersign.document.OwnPaper;
import app.countersign.document.OwnSheet;
import app.countersign.document.Written;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The record of a breach as PDF/A; {@link DossierJson} is the same as data. */
final class DossierPaper {

    /** So many rows of a table are printed; the data inside holds all. */
    private static final int PRINTED = 500;

    private final Dossier dossier;
    private final Breach breach;
    private final Map<String, String> categories;
    private final UnaryOperator<String> cited;
    private final Locale language;
    private final Texts texts;

    /**
     * @param categories of data, by name, in words
     * @param cited puts what a deadline cites into words
     */
    DossierPaper(Dossier dossier, Map<String, String> categories, UnaryOperator<String> cited, Locale language) {
        this.dossier = dossier;
        this.breach = dossier.breach();
        this.categories = categories;
        this.cited = cited;
        this.language = Texts.supported(language);
        this.texts = Texts.of(language);
    }

    /** @param json of the same, put into it */
    byte[] pdf(byte[] json) {
        String title = texts.text("breach.record.title", breach.number());
        OwnSheet sheet = new OwnSheet()
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
        tellings(sheet);
        timeline(sheet);
        return OwnPaper.of(
                sheet,
                title,
                texts.text("breach.record.as-of", moment(dossier.asOf())),
                String.join(", ", dossier.processors()),
                DossierJson.FORM + " " + breach.id(),
                language,
                dossier.asOf(),
                json,
                breach.number() + ".json");
    }

    private List<OwnSheet.Fact> head() {
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

    private List<OwnSheet.Fact> facts() {
        Facts facts = breach.facts();
        return List.of(
                fact("description", facts.description()),
                fact(
                        "harms",
                        facts.harms().stream().map(harm -> in(harm.label())).collect(Collectors.joining(", "))),
                fact("noticed-by", facts.noticedBy()),
                fact("systems", facts.systems()),
                fact("sub-processors", String.join("\n", dossier.subProcessors())),
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

    private void judgements(OwnSheet sheet) {
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

    private void decisions(OwnSheet sheet) {
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

    private void reports(OwnSheet sheet) {
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

    private void controllers(OwnSheet sheet) {
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
        dossier.controllers().ifPresent(all -> sheet.note(texts.text("breach.record.in-all", all)));
    }

    private void deadlines(OwnSheet sheet) {
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
                                        cited.apply(deadline.clause()),
                                        moment(deadline.dueAt()),
                                        in(deadline.state().label())
                                                + deadline.endedAt()
                                                        .map(at -> ", " + moment(at))
                                                        .orElse(""),
                                        deadline.reason().orElse("")))
                                .toList());
        cut(sheet, dossier.deadlines().size());
    }

    /** What proves each, as one block: hashes and answers of mail servers are too long for a table's column. */
    private void tellings(OwnSheet sheet) {
        if (dossier.tellings().isEmpty()) {
            return;
        }
        sheet.heading(texts.text("breach.record.tellings"));
        dossier.tellings().stream().limit(PRINTED).forEach(told -> sheet.facts(telling(told.notice(), told.telling())));
        cut(sheet, dossier.tellings().size());
    }

    private List<OwnSheet.Fact> telling(Notice notice, Telling telling) {
        String whom = notice.contractNumber().isEmpty()
                ? notice.addressee()
                : notice.addressee() + ", " + notice.contractNumber();
        return List.of(
                fact("whom", texts.text("breach.record.phase", whom, notice.phase())),
                fact(
                        "how",
                        lines(
                                texts.text("breach.record.at-by", moment(telling.toldAt()), telling.teller()),
                                texts.text(
                                        "breach.record.channel",
                                        telling.channel().label(),
                                        telling.recipient()),
                                telling.remark())),
                fact(
                        "answer",
                        telling.answer()
                                .map(said -> answered(said, telling.answeredAt()))
                                .orElse("")),
                fact(
                        "failed",
                        telling.problem()
                                .map(said -> answered(said, telling.failedAt()))
                                .orElse("")),
                fact("letter", broken(telling.letterSha256())));
    }

    private String answered(String said, Optional<Instant> at) {
        return at.map(when -> texts.text("breach.record.answered", said, moment(when)))
                .orElse(said);
    }

    /** In lines that a column holds. */
    private static String broken(String hash) {
        return hash.replaceAll("(.{32})(?=.)", "$1\n");
    }

    private void timeline(OwnSheet sheet) {
        List<Dossier.Happened> all = dossier.timeline();
        sheet.heading(texts.text("breach.record.timeline"))
                .table(
                        heads("when", "who", "what"),
                        all.stream()
                                .limit(PRINTED)
                                .map(one -> List.of(moment(one.at()), one.by(), one.in(texts)))
                                .toList());
        cut(sheet, all.size());
    }

    private void cut(OwnSheet sheet, int all) {
        if (all > PRINTED) {
            sheet.note(texts.text("breach.record.cut", all - PRINTED));
        }
    }

    private List<String> heads(String... names) {
        return List.of(names).stream()
                .map(name -> texts.text("breach.record." + name))
                .toList();
    }

    private OwnSheet.Fact fact(String name, String value) {
        return OwnSheet.Fact.of(texts.text("breach.record." + name), value);
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
