package app.countersign.contract;

import app.countersign.kernel.DomainEvent;
import app.countersign.terms.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Optional;

/**
 * Contracts that wait for the controller. Each is looked at in a transaction of its own, locked in such a way that
 * another instance passes it over; what is done moves it out of what is due, so that nothing is done twice.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class UnsignedContracts {

    @Inject
    private Contracts contracts;

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

    /** Lets the next contract run out whose time is up.
     *
     * @return whether there was one */
    boolean expireNext() {
        Optional<Contract> next = contracts.lockNextExpired(clock.instant());
        next.ifPresent(this::expire);
        return next.isPresent();
    }

    /** Reminds of the next contract for which it is time.
     *
     * @return whether there was one */
    boolean remindNext() {
        Optional<Contract> next = contracts.lockNextToRemind(clock.instant());
        next.ifPresent(this::remind);
        return next.isPresent();
    }

    private void expire(Contract contract) {
        contract.expire(clock.instant());
        links.revokeAll(contract);
        correspondence.expired(contract);
        happened.fire(
                new ContractEvent.ContractExpired(ContractEvent.Subject.of(contract), ContractEvent.facts(contract)));
    }

    private void remind(Contract contract) {
        Template template = papers.template(contract);
        contract.waiting()
                .reminded(
                        new UnsignedPlan(
                                template.unsigned(), contract.processor().zone()),
                        clock.instant());
        correspondence.remind(contract);
        happened.fire(
                new ContractEvent.ContractReminded(ContractEvent.Subject.of(contract), ContractEvent.facts(contract)));
    }
}
