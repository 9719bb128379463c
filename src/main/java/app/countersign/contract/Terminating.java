package app.countersign.contract;

import app.countersign.access.Roles;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Refused;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How a contract is given up before it takes effect, and ended afterwards. */
@Stateless
public class Terminating {

    @Inject
    private OwnContracts own;

    @Inject
    private Papers papers;

    @Inject
    private PersonalLinks links;

    @Inject
    private Correspondence correspondence;

    @Inject
    private EndClocks clocks;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /** Gives up a contract that is not in force yet. The controller is told, if it was issued.
     *
     * @param reason for the controller; may be empty
     * @throws Invalid with a complaint for {@code reason} */
    @RolesAllowed(Roles.LEGAL)
    public void withdraw(UUID id, String reason) {
        Contract contract = own.lock(id);
        contract.withdraw(reason, clock.instant());
        links.revokeAll(contract);
        if (contract.milestones().issuedAt().isPresent()) {
            correspondence.withdrawn(contract);
        }
        happened.fire(new ContractEvent.ContractWithdrawn(
                ContractEvent.Subject.of(contract),
                ContractEvent.facts(contract, "reason", contract.remark().orElse(""))));
    }

    /**
     * Ends the contract: after a notice period, at once for a violation, or together with the contract on which it hangs.
     *
     * @return the last day of the contract
     * @throws Refused if the contract can't be ended so, or is to end no later already
     * @throws Invalid with a complaint for {@code reason}: without one nothing is ended for a violation
     */
    @RolesAllowed(Roles.LEGAL)
    public LocalDate terminate(UUID id, EndDeclaration said) {
        Contract contract = own.lock(id);
        return terminate(contract, said);
    }

    /** As {@link #terminate(UUID, EndDeclaration)}, by somebody who has looked at that version of the contract. */
    @RolesAllowed(Roles.LEGAL)
    public LocalDate terminate(UUID id, long seen, EndDeclaration said) {
        return terminate(own.lock(id, seen), said);
    }

    private LocalDate terminate(Contract contract, EndDeclaration said) {
        Move.TERMINATE.require(contract.state());
        if (said.kind() == EndKind.EXTRAORDINARY) {
            Contract.REASON.require("reason", said.reason());
        }
        PlannedEnd end = rules(contract).plan(said);
        if (end.insteadOf().isPresent()) {
            clocks.dropEnd(contract, "contract.clock.earlier");
        }
        contract.terminate(said, end, today(contract), clock.instant());
        tell(contract, end);
        return end.lastDay();
    }

    private void tell(Contract contract, PlannedEnd end) {
        Optional<String> cited = contract.endClause().map(clause -> cited(contract, clause));
        Map<String, Object> facts = ContractEvent.facts(
                contract, "kind", KebabCase.of(contract.endKind().orElseThrow()));
        facts.put("endsOn", end.lastDay().toString());
        contract.endGivenBy().ifPresent(by -> facts.put("by", KebabCase.of(by)));
        contract.endReceivedOn().ifPresent(day -> facts.put("receivedOn", day.toString()));
        contract.endReason().ifPresent(why -> facts.put("reason", why));
        end.insteadOf().ifPresent(day -> facts.put("insteadOf", day.toString()));
        happened.fire(new ContractEvent.ContractNoticeGiven(ContractEvent.Subject.of(contract), facts, cited));
        if (contract.state() == ContractState.TERMINATED) {
            happened.fire(new ContractEvent.ContractEnded(ContractEvent.Subject.of(contract), facts, cited));
            clocks.ended(contract);
        } else {
            clocks.start(contract, end);
        }
        correspondence.ends(contract);
    }

    /**
     * Takes a notice back, with the other party's consent: the contract goes on as before.
     *
     * @param reason for people, such as who agreed to it and when
     * @throws Refused if there is no notice, or the contract has ended
     * @throws Invalid with a complaint for {@code reason}
     */
    @RolesAllowed(Roles.LEGAL)
    public void withdrawNotice(UUID id, String reason) {
        Contract contract = own.lock(id);
        String given = Contract.REASON.require("reason", reason);
        String lastDay = contract.endsOn().map(LocalDate::toString).orElse("");
        contract.continueAfterAll();
        clocks.dropEnd(contract, "contract.clock.withdrawn");
        Map<String, Object> facts = ContractEvent.facts(contract, "reason", given);
        facts.put("insteadOf", lastDay);
        happened.fire(new ContractEvent.ContractContinued(ContractEvent.Subject.of(contract), facts));
        correspondence.continues(contract);
    }

    /**
     * Sets a time within which the other party is to cure a minor violation.
     *
     * @param setBy whose complaint it is
     * @param setOn on which day the other party had it; null for today
     * @throws Refused if the contract knows no such time, or one is running
     * @throws Invalid with a complaint for {@code until} or {@code violation}
     */
    @RolesAllowed(Roles.LEGAL)
    public void demandCure(UUID id, Side setBy, LocalDate setOn, LocalDate until, String violation) {
        Contract contract = own.lock(id);
        LocalDate from = setOn == null ? today(contract) : setOn;
        String clause = rules(contract).cure(from, until).clause().id();
        Cure cure = new Cure(setBy, from, until, violation);
        contract.awaitCure(cure);
        clocks.start(contract, cure, clause);
        Map<String, Object> facts = ContractEvent.facts(contract, "by", KebabCase.of(setBy));
        facts.put("until", until.toString());
        facts.put("reason", cure.violation());
        happened.fire(new ContractEvent.CureDemanded(
                ContractEvent.Subject.of(contract), facts, Optional.of(cited(contract, clause))));
        if (setBy == Side.PROCESSOR) {
            correspondence.cure(contract, cure);
        }
    }

    /**
     * The violation is cured, or the complaint dropped.
     *
     * @param remark for people; asked for where it comes late
     * @throws Refused if there is none, or it is late and nothing is said
     */
    @RolesAllowed(Roles.LEGAL)
    public void cured(UUID id, String remark) {
        Contract contract = own.lock(id);
        String said = Contract.REASON.optional("reason", remark);
        contract.cured();
        clocks.cured(contract, said);
        happened.fire(new ContractEvent.ViolationCured(
                ContractEvent.Subject.of(contract), ContractEvent.facts(contract, "reason", said)));
    }

    private EndRules rules(Contract contract) {
        return new EndRules(contract, papers.template(contract), today(contract));
    }

    private static String cited(Contract contract, String clause) {
        return contract.template().code() + " " + clause;
    }

    private LocalDate today(Contract contract) {
        return LocalDate.now(clock.withZone(contract.processor().zone()));
    }
}
