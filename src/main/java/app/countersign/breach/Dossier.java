package app.countersign.breach;

import app.countersign.deadline.Deadline;
import app.countersign.kernel.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All that is on record of a breach (Art. 33(5) GDPR: facts, effects, remedial action).
 *
 * @param processors whose data it is, by name
 * @param subProcessors at which it happened, by name
 * @param deadlines the first due first
 * @param tellings who was told of it, by which letter and how, the earliest first
 * @param judgements the latest first
 * @param decisions the latest first
 * @param reports to authorities, the first one first
 * @param turns the first one first
 * @param keptUntil the last day on which it must be there; empty while it is open
 * @param controllers how many there are in all, where they are more than a document holds
 * @param asOf when this was read
 */
record Dossier(
        Breach breach,
        Supplement supplement,
        List<String> processors,
        List<String> subProcessors,
        List<Concern> concerns,
        List<Deadline> deadlines,
        List<Notices.Told> tellings,
        List<Judgement> judgements,
        List<Decision> decisions,
        List<AuthorityReport> reports,
        List<Turn> turns,
        Optional<LocalDate> keptUntil,
        Optional<Long> controllers,
        Instant asOf) {

    /**
     * One thing that happened.
     *
     * @param kind its words are {@code breach.happened.<kind>}
     * @param of what they are filled with
     */
    record Happened(Instant at, String kind, Object of, String by) {

        String in(Texts texts) {
            return texts.text("breach.happened." + kind, of);
        }
    }

    /** From the first to the last. */
    List<Happened> timeline() {
        List<Happened> all = new ArrayList<>();
        breach.occurredAt().ifPresent(at -> all.add(new Happened(at, "occurred", "", "")));
        breach.awareAt().ifPresent(at -> all.add(new Happened(at, "aware", "", "")));
        all.add(new Happened(breach.reportedAt(), "reported", "", breach.reportedBy()));
        judgements.forEach(judgement -> all.add(
                new Happened(judgement.judgedAt(), "judged", judgement.level().label(), judgement.judgedBy())));
        decisions.forEach(decision -> all.add(new Happened(
                decision.decidedAt(),
                decision.notifies() ? "decided-to-tell" : "decided-not-to-tell",
                decision.recipient().label(),
                decision.decidedBy())));
        reports.forEach(report ->
                all.add(new Happened(report.sentAt(), "authority-told", report.authorityName(), report.sentBy())));
        deadlines.forEach(deadline -> deadline.endedAt()
                .ifPresent(at -> all.add(new Happened(
                        at,
                        "deadline-ended",
                        deadline.subject().name(),
                        deadline.endedBy().orElse("")))));
        tellings.forEach(told -> all.add(new Happened(
                told.telling().toldAt(),
                "controller-told",
                told.notice().addressee(),
                told.telling().teller())));
        turns.forEach(turn ->
                all.add(new Happened(turn.at(), turn.isClosing() ? "closed" : "reopened", turn.reason(), turn.by())));
        if (breach.state() == BreachState.DISMISSED) {
            all.add(new Happened(
                    breach.endedAt().orElse(asOf),
                    "dismissed",
                    breach.conclusion().orElse(""),
                    breach.endedBy().orElse("")));
        }
        all.sort(Comparator.comparing(Happened::at));
        return all;
    }
}
