package app.countersign.contract;

import app.countersign.access.CallersRemit;
import app.countersign.access.Roles;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.PlainText;
import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who may sign for a processor. */
@Stateless
public class Authorising {

    private static final PlainText LINE = PlainText.line(200);

    @Inject
    private Signatories signatories;

    @Inject
    private Organisations organisations;

    @Inject
    private CallersRemit remit;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /**
     * Lets the person with that account sign for the processor. Whoever may already keeps it as it is.
     *
     * @param processor the code by which templates call it
     * @param place where the person signs as a rule
     */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.SYSTEM})
    public UUID authorise(String accountName, String processor, String person, String position, String place) {
        Organisation organisation =
                organisations.byCode(processor).orElseThrow(() -> NotFound.because("party.refusal.unknown"));
        require(organisation.id());
        Optional<Signatory> known = signatories.authorised(accountName, organisation.id());
        if (known.isPresent()) {
            return known.get().id();
        }
        Signatory signatory = new Signatory(
                accountName,
                organisation,
                LINE.require("person", person),
                LINE.require("position", position),
                LINE.require("place", place),
                clock.instant());
        signatories.add(signatory);
        happened.fire(SignatoryChanged.authorised(signatory));
        return signatory.id();
    }

    /** The person with that account may sign for the processor no more; what was signed stays signed.
     *
     * @param processor the code by which templates call it */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void revoke(String accountName, String processor) {
        Organisation organisation =
                organisations.byCode(processor).orElseThrow(() -> NotFound.because("party.refusal.unknown"));
        require(organisation.id());
        signatories.authorised(accountName, organisation.id()).ifPresent(signatory -> {
            signatory.revoke(clock.instant());
            happened.fire(SignatoryChanged.revoked(signatory));
        });
    }

    /** Everybody who may or might sign for that processor, by name. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public List<Signatory> of(UUID processorId) {
        require(processorId);
        return signatories.of(processorId);
    }

    private void require(UUID processorId) {
        remit.require(processorId, "organisation", processorId, "party.refusal.unknown");
    }
}
