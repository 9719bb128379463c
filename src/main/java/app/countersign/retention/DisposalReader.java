package app.countersign.retention;

import app.countersign.access.Actor;
import app.countersign.contract.Contract;
import app.countersign.contract.Contracts;
import app.countersign.contract.CustomerLinks;
import app.countersign.contract.CustomerLinks.Holder;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.Refused;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * What a controller decides by its personal link after the contract's end. The link's token is what lets one in, so
 * everybody may call; a token that does not open anything is answered alike.
 */
@Stateless
public class DisposalReader {

    @Inject
    private CustomerLinks links;

    @Inject
    private Contracts contracts;

    @Inject
    private Disposals disposals;

    @Inject
    private DisposalSteps steps;

    @Inject
    private Clauses clauses;

    @Inject
    private Passphrases passphrases;

    @Inject
    private Actor actor;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /**
     * What there is to decide, or was decided.
     *
     * @param dueOn the last day on which anything may be left
     * @param clause that says so, as people cite it
     * @param offer the clause that offers the choice, in words; may be empty
     */
    public record Standing(
            LocalDate dueOn,
            String clause,
            String offer,
            Optional<DisposalChoice> choice,
            boolean returned,
            boolean confirmed) {}

    /** Empty as long as the contract has not ended.
     *
     * @throws NotFound if the link does not open */
    @PermitAll
    public Optional<Standing> standing(String token, Locale reader) {
        Holder holder = links.holder(token);
        return disposals
                .of(holder.contractId())
                .map(disposal -> new Standing(
                        disposal.dueOn(),
                        clauses.label(disposal.clause(), reader),
                        contracts
                                .byId(holder.contractId())
                                .flatMap(contract -> steps.terms(contract).offer())
                                .map(term -> term.clause().label())
                                .orElse(""),
                        disposal.choice(),
                        disposal.returnedAt().isPresent(),
                        disposal.confirmedAt().isPresent()));
    }

    /**
     * Chooses. The same sent twice is chosen once.
     *
     * @throws NotFound if the link does not open, or the contract has not ended
     * @throws Refused if it chose otherwise before
     */
    @PermitAll
    public void choose(String token, DisposalChoice choice) {
        Holder holder = links.holder(token);
        Disposal disposal = disposals.lock(holder.contractId());
        if (disposal.choice().filter(choice::equals).isPresent()) {
            return;
        }
        actor.isCustomer(holder.name(), holder.email().value());
        disposal.choose(choice, ChosenHow.LINK, holder.name(), "", clock.instant());
        steps.chosen(contracts.byId(holder.contractId()).orElseThrow(), disposal);
    }

    /** Mails a code to the link's address: whoever has it is shown a passphrase.
     *
     * @throws NotFound if the link does not open, or nothing is to be returned
     * @throws Refused if the last one is too young, or there were too many */
    @PermitAll
    public void sendCode(String token) {
        Holder holder = returning(token);
        actor.isCustomer(holder.name(), holder.email().value());
        links.sendCode(token);
    }

    /** A new passphrase for what is fetched with its ticket. It is shown once and kept nowhere.
     *
     * @throws NotFound if the link does not open, or nothing is to be returned
     * @throws app.countersign.kernel.Invalid with a complaint for {@code code} if it is not the one that was mailed */
    @PermitAll
    public Passphrases.Passphrase passphrase(String token, String code) {
        Holder holder = returning(token);
        links.prove(token, code);
        return passphrases.draw(holder.contractId());
    }

    private Holder returning(String token) {
        Holder holder = links.holder(token);
        if (disposals
                .of(holder.contractId())
                .flatMap(Disposal::choice)
                .filter(DisposalChoice.RETURN::equals)
                .isEmpty()) {
            throw NotFound.because(Disposals.UNKNOWN);
        }
        return holder;
    }

    /**
     * The contract whose data is handed over by this link, which is recorded.
     *
     * @param ticket of the passphrase that was shown
     * @throws NotFound if the link does not open, that is no ticket, or nothing is to be returned
     */
    @PermitAll
    public Contract fetch(String token, String ticket) {
        Passphrases.checked(ticket);
        Holder holder = links.holder(token);
        Disposal disposal = disposals.lock(holder.contractId());
        if (disposal.choice().filter(DisposalChoice.RETURN::equals).isEmpty()) {
            throw NotFound.because(Disposals.UNKNOWN);
        }
        if (disposal.confirmedAt().isEmpty()) {
            actor.isCustomer(holder.name(), holder.email().value());
            boolean first = disposal.returnedAt().isEmpty();
            disposal.handedOver("", clock.instant());
            if (first) {
                happened.fire(new DisposalEvent.DataReturned(
                        disposal.contractId(),
                        disposal.processorId(),
                        disposal.clause(),
                        DisposalEvent.facts(disposal)));
            }
        }
        return contracts.byId(holder.contractId()).orElseThrow();
    }
}
