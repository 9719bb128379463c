package app.countersign.contract;

import app.countersign.kernel.Invalid;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.terms.Template;
import app.countersign.terms.Term;
import java.time.LocalDate;
import java.util.Optional;

/**
 * On which day a declaration ends a contract, by the {@code end} terms of its template.
 *
 * @param today at the processor's seat
 */
record EndRules(Contract contract, Template template, LocalDate today) {

    /**
     * @throws Refused if the contract can't be ended so, or is to end no later already
     * @throws Invalid with a complaint for {@code reason} or {@code lastDay}
     */
    PlannedEnd plan(EndDeclaration said) {
        Move.TERMINATE.require(contract.state());
        PlannedEnd end =
                switch (said.kind()) {
                    case ORDINARY -> ordinary(said);
                    case EXTRAORDINARY -> extraordinary(said);
                    case WITH_MAIN_CONTRACT -> withMainContract(said);
                };
        contract.endsOn().filter(day -> !end.lastDay().isBefore(day)).ifPresent(day -> {
            throw Refused.because("contract.refusal.ends-already", written(day));
        });
        return end;
    }

    private PlannedEnd ordinary(EndDeclaration said) {
        Notice notice = Notice.ordinary(template);
        LocalDate lastDay = notice.lastDay(day(said), effectiveOn(), today);
        return planned(lastDay, term("ordinary", null));
    }

    private PlannedEnd extraordinary(EndDeclaration said) {
        LocalDate receivedOn = day(said);
        requirePossible(receivedOn);
        if (said.ground() == EndGround.MINOR_VIOLATION) {
            requireUncured(said, receivedOn);
        }
        return planned(receivedOn, term("extraordinary", said.ground()));
    }

    /** Who had set a time for it may end the contract once that is over, and nobody else. */
    private void requireUncured(EndDeclaration said, LocalDate receivedOn) {
        Cure cure = contract.cure().orElseThrow(() -> Refused.because("contract.refusal.no-cure"));
        if (said.by() != cure.setBy()) {
            throw Refused.because("contract.refusal.cure-by-other");
        }
        if (!receivedOn.isAfter(cure.until())) {
            throw Refused.because("contract.refusal.cure-runs", written(cure.until()));
        }
    }

    private PlannedEnd withMainContract(EndDeclaration said) {
        Term term = mainContract().orElseThrow(() -> Refused.because("contract.refusal.no-main-contract"));
        if (day(said).isBefore(effectiveOn())) {
            throw Invalid.field("lastDay", Reason.of("contract.refusal.notice-before-effect"));
        }
        return planned(day(said), Optional.of(term));
    }

    private Optional<Term> mainContract() {
        return term("with-main-contract", null).or(() -> term("with-service-contract", null));
    }

    /** The clause by which a contract came to its end. */
    Optional<Term> termOf(EndKind kind) {
        return kind == EndKind.WITH_MAIN_CONTRACT ? mainContract() : term(KebabCase.of(kind), null);
    }

    /**
     * A time within which a minor violation is to be cured.
     *
     * @return the term that demands it
     * @throws Refused if the contract knows no such time, or one is running already
     * @throws Invalid with a complaint for {@code until}
     */
    Term cure(LocalDate setOn, LocalDate until) {
        Move.TERMINATE.require(contract.state());
        Term term = term("extraordinary", EndGround.MINOR_VIOLATION)
                .filter(found -> !found.symbols("cure").isEmpty())
                .orElseThrow(() -> Refused.because("contract.refusal.no-cure-term"));
        if (contract.cure().isPresent()) {
            throw Refused.because("contract.refusal.cure-set");
        }
        requirePossible(setOn);
        if (!until.isAfter(setOn)) {
            throw Invalid.field("until", Reason.of("contract.complaint.cure-until"));
        }
        return term;
    }

    private void requirePossible(LocalDate receivedOn) {
        Notice.requirePossible(receivedOn, effectiveOn(), today);
    }

    private Optional<Term> term(String how, EndGround ground) {
        return template.terms("end").stream()
                .filter(term -> term.says("how", how))
                .filter(term -> ground == null || term.says("ground", KebabCase.of(ground)))
                .findFirst();
    }

    private PlannedEnd planned(LocalDate lastDay, Optional<Term> term) {
        return new PlannedEnd(lastDay, term, contract.endsOn());
    }

    private LocalDate day(EndDeclaration said) {
        return said.day() == null ? today : said.day();
    }

    private LocalDate effectiveOn() {
        return contract.effectiveOn().orElse(today);
    }

    private String written(LocalDate day) {
        return WrittenDate.write(day, contract.language());
    }
}
