package app.countersign.contract;

import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.terms.Template;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/**
 * On which day a contract ends, by the template's {@code end} terms.
 *
 * @param clause that says so
 * @param period from the day on which the notice was received
 */
record Notice(String clause, Period period) {

    /**
     * The ordinary notice of that template.
     *
     * @throws Refused if its contracts end only together with another contract
     */
    static Notice ordinary(Template template) {
        return ordinaryOf(template).orElseThrow(() -> Refused.because("contract.refusal.no-ordinary-notice"));
    }

    static Optional<Notice> ordinaryOf(Template template) {
        return template.terms("end").stream()
                .filter(term -> term.says("how", "ordinary"))
                .findFirst()
                .map(term ->
                        new Notice(term.clause().id(), term.period("notice").orElse(Period.ZERO)));
    }

    /**
     * @return the last day of the contract
     * @throws Refused if nobody can have received a notice on that day
     */
    LocalDate lastDay(LocalDate receivedOn, LocalDate effectiveOn, LocalDate today) {
        requirePossible(receivedOn, effectiveOn, today);
        return receivedOn.plus(period);
    }

    /** @throws Refused if nobody can have received anything about the contract's end on that day */
    static void requirePossible(LocalDate receivedOn, LocalDate effectiveOn, LocalDate today) {
        if (receivedOn.isAfter(today)) {
            throw new Refused(Reason.of("contract.refusal.notice-in-future"));
        }
        if (receivedOn.isBefore(effectiveOn)) {
            throw new Refused(Reason.of("contract.refusal.notice-before-effect"));
        }
    }
}
