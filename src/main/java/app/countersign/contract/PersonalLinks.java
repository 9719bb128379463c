package app.countersign.contract;

import app.countersign.kernel.EmailAddress;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.OpenedObjects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The personal links that were sent. */
@ApplicationScoped
class PersonalLinks {

    /** How long a signed contract can be fetched by its link; it can be sent again any time. */
    private static final Period FOR_READING = Period.ofMonths(6);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private OpenedObjects opened;

    @Inject
    private Clock clock;

    /** Makes a link to that contract and gives its token, which is not kept: it is for the mail alone. */
    String make(Contract contract) {
        return make(contract, contract.addresseeEmail());
    }

    /** As {@link #make(Contract)}, for somebody else at the controller. */
    String make(Contract contract, EmailAddress holder) {
        String token = Secret.token();
        Instant now = clock.instant();
        Instant until = contract.expiresAt()
                .orElseGet(() -> now.atOffset(ZoneOffset.UTC).plus(FOR_READING).toInstant());
        entities.persist(new PersonalLink(contract, holder, token, now, until));
        return token;
    }

    /** From now on no link to that contract opens. */
    void revokeAll(Contract contract) {
        of(contract.id()).forEach(link -> link.revoke(clock.instant()));
    }

    List<PersonalLink> of(UUID contractId) {
        return entities.createQuery(
                        "select l from PersonalLink l where l.contract.id = :id order by l.createdAt",
                        PersonalLink.class)
                .setParameter("id", contractId)
                .getResultList();
    }

    /**
     * The link with that token, if it opens.
     *
     * @throws NotFound alike for a link that never was, one that has expired and one that was revoked
     */
    PersonalLink open(String token) {
        PersonalLink link = find(token).orElseThrow(() -> NotFound.because("contract.link.not-open"));
        Contract contract = link.contract();
        String email = contract.addresseeEmail().value();
        opened.note(Correspondence.ABOUT, contract.id(), contract.processor().id());
        opened.byLinkOf(contract.addresseeName().isEmpty() ? email : contract.addresseeName(), email);
        return link;
    }

    Optional<PersonalLink> find(String token) {
        return byToken(token).filter(link -> link.opensAt(clock.instant()));
    }

    /** As {@link #open}, locked until the transaction ends. */
    PersonalLink lock(String token) {
        PersonalLink link = open(token);
        entities.lock(link, LockModeType.PESSIMISTIC_WRITE);
        entities.refresh(link);
        return link;
    }

    private Optional<PersonalLink> byToken(String token) {
        return entities.createQuery("select l from PersonalLink l where l.tokenHash = :hash", PersonalLink.class)
                .setParameter("hash", Secret.hash(token == null ? "" : token))
                .getResultStream()
                .findFirst();
    }
}
