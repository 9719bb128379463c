package app.countersign.contract;

import app.countersign.access.Roles;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.terms.Template;
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
     * Records an ordinary notice. The contract ends when its notice period is over.
     *
     * @param receivedOn the day on which the other party had it
     * @return the last day of the contract
     * @throws Refused if the contract can't be ended by itself, or not with that day
     */
    @RolesAllowed(Roles.LEGAL)
    public LocalDate giveNotice(UUID id, LocalDate receivedOn, String reason) {
        Contract contract = own.lock(id);
        Move.TERMINATE.require(contract.state());
        Notice notice = Notice.ordinary(papers.template(contract));
        LocalDate lastDay = notice.lastDay(receivedOn, contract.effectiveOn().orElseThrow(), today(contract));
        end(contract, EndKind.ORDINARY, lastDay, reason, Optional.of(notice.clause()));
        return lastDay;
    }

    /**
     * Ends the contract today, for a serious violation or a minor one that was not cured in time.
     *
     * @throws Invalid with a complaint for {@code reason}: without one there is no such end
     */
    @RolesAllowed(Roles.LEGAL)
    public void endAtOnce(UUID id, String reason) {
        Contract contract = own.lock(id);
        Move.TERMINATE.require(contract.state());
        Contract.REASON.require("reason", reason);
        Optional<String> clause = Notice.clauseFor(papers.template(contract), "extraordinary");
        end(contract, EndKind.EXTRAORDINARY, today(contract), reason, clause);
    }

    /**
     * Ends the contract together with the one on which it hangs.
     *
     * @param lastDay of that other contract; may be still to come
     * @throws Refused if this contract hangs on none
     */
    @RolesAllowed(Roles.LEGAL)
    public void endWithMainContract(UUID id, LocalDate lastDay) {
        Contract contract = own.lock(id);
        Move.TERMINATE.require(contract.state());
        Template template = papers.template(contract);
        String clause = Notice.clauseFor(template, "with-main-contract")
                .or(() -> Notice.clauseFor(template, "with-service-contract"))
                .orElseThrow(() -> Refused.because("contract.refusal.no-main-contract"));
        if (lastDay.isBefore(contract.effectiveOn().orElseThrow())) {
            throw Invalid.field("lastDay", Reason.of("contract.refusal.notice-before-effect"));
        }
        end(contract, EndKind.WITH_MAIN_CONTRACT, lastDay, "", Optional.of(clause));
    }

    private void end(Contract contract, EndKind kind, LocalDate lastDay, String reason, Optional<String> clause) {
        contract.terminate(kind, lastDay, reason, today(contract), clock.instant());
        Optional<String> cited = clause.map(id -> contract.template().code() + " " + id);
        Map<String, Object> facts = ContractEvent.facts(contract, "kind", KebabCase.of(kind));
        facts.put("endsOn", lastDay.toString());
        contract.endReason().ifPresent(why -> facts.put("reason", why));
        happened.fire(new ContractEvent.ContractNoticeGiven(ContractEvent.Subject.of(contract), facts, cited));
        if (contract.state() == ContractState.TERMINATED) {
            happened.fire(new ContractEvent.ContractEnded(ContractEvent.Subject.of(contract), facts, cited));
        }
        correspondence.ends(contract);
    }

    private LocalDate today(Contract contract) {
        return LocalDate.now(clock.withZone(contract.processor().zone()));
    }
}
