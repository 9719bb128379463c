package app.countersign.contract;

import app.countersign.kernel.NotFound;
import app.countersign.kernel.Refused;
import app.countersign.party.Organisation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All contracts, with their documents and what proves their signatures. */
@ApplicationScoped
public class Contracts {

    private static final String REACH = "select new app.countersign.contract.ContractReach(c.id, c.processor.id,"
            + " c.milestones.createdAt, c.milestones.closedAt) from Contract c";

    @PersistenceContext
    private EntityManager entities;

    /** The next number, from a sequence: never given twice, also not to two instances at once. */
    ContractNumber nextNumber(String prefix, int year) {
        Number serial = (Number)
                entities.createNativeQuery("select nextval('contract_serial')").getSingleResult();
        return new ContractNumber(prefix, year, serial.longValue());
    }

    void add(Contract contract) {
        entities.persist(contract);
    }

    public Optional<Contract> byId(UUID id) {
        return Optional.ofNullable(entities.find(Contract.class, id));
    }

    public Optional<Contract> byNumber(String number) {
        return entities.createQuery("select c from Contract c where c.number = :number", Contract.class)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    /** @throws NotFound if there is none */
    Contract require(UUID id) {
        return byId(id).orElseThrow(() -> NotFound.because("contract.refusal.unknown"));
    }

    /** What decides who may know of that contract; empty if there is none. */
    Optional<ContractReach> reach(UUID id) {
        return entities.createQuery(REACH + " where c.id = :id", ContractReach.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** What decides who may know of the contracts of a run. */
    List<ContractReach> reachOfRun(UUID runId) {
        return entities.createQuery(
                        REACH + " where c.id in (select i.contractId from RunItem i where i.run.id = :run)",
                        ContractReach.class)
                .setParameter("run", runId)
                .getResultList();
    }

    /**
     * The contract, locked until the transaction ends and as it is now: whoever else wants to change it waits, and then
     * sees the change.
     *
     * @throws NotFound if there is none
     */
    Contract lock(UUID id) {
        Contract contract = entities.find(Contract.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (contract == null) {
            throw NotFound.because("contract.refusal.unknown");
        }
        return contract;
    }

    /**
     * As {@link #lock(UUID)}, for somebody who decides by what was seen.
     *
     * @param seen the version of the contract that was looked at
     * @throws Refused if it has changed since
     */
    Contract lock(UUID id, long seen) {
        Contract contract = lock(id);
        if (contract.version() != seen) {
            throw Refused.because("contract.refusal.changed-meanwhile");
        }
        return contract;
    }

    /** A contract whose time is up and that no other instance is looking at, locked. */
    Optional<Contract> lockNextExpired(Instant now) {
        return lockNext("expires_at", now);
    }

    /** A contract that is to be reminded of and that no other instance is looking at, locked. */
    Optional<Contract> lockNextToRemind(Instant now) {
        return lockNext("next_reminder_at", now);
    }

    /** With a lower bound, too: without one, H2 reads through all the empty values in the index first. */
    private Optional<Contract> lockNext(String due, Instant now) {
        List<?> ids = entities.createNativeQuery("select id from contract where " + due + " between ? and ?"
                        + " order by " + due + " fetch first 1 rows only for update skip locked")
                .setParameter(1, Instant.EPOCH.atOffset(ZoneOffset.UTC))
                .setParameter(2, now.atOffset(ZoneOffset.UTC))
                .getResultList();
        return ids.stream().findFirst().flatMap(id -> byId((UUID) id));
    }

    /** Whether those two have, had or prepare a contract. */
    public boolean hasAny(UUID processor, UUID controller) {
        return entities.createQuery(
                                "select count(c) from Contract c where c.processor.id = :processor"
                                        + " and c.controller.id = :controller",
                                Long.class)
                        .setParameter("processor", processor)
                        .setParameter("controller", controller)
                        .getSingleResult()
                > 0;
    }

    /** The last day on which a contract of those two was in force; empty while one is, or if there never was one. */
    public Optional<LocalDate> lastDay(UUID processor, UUID controller) {
        List<Contract> all = entities.createQuery(
                        "select c from Contract c where c.processor.id = :processor and c.controller.id = :controller"
                                + " and c.state in :states",
                        Contract.class)
                .setParameter("processor", processor)
                .setParameter("controller", controller)
                .setParameter("states", List.of(ContractState.IN_FORCE, ContractState.TERMINATED))
                .getResultList();
        boolean running = all.stream().anyMatch(contract -> contract.state() == ContractState.IN_FORCE);
        return running
                ? Optional.empty()
                : all.stream().flatMap(contract -> contract.endsOn().stream()).max(Comparator.naturalOrder());
    }

    /** How many there are of those. */
    public long countInForce(ContractsInForce which) {
        return which.isNone()
                ? 0
                : which.asked(entities, "select count(c) from Contract c where " + which.condition(), Long.class)
                        .getSingleResult();
    }

    /** Those, by serial.
     *
     * @param after the serial of the last one that is known already; 0 to begin with */
    public List<Contract> inForce(ContractsInForce which, long after, int most) {
        return which.isNone()
                ? List.of()
                : which.asked(
                                entities,
                                "select c from Contract c where " + which.condition()
                                        + " and c.serial > :after order by c.serial",
                                Contract.class)
                        .setParameter("after", after)
                        .setMaxResults(most)
                        .setHint("eclipselink.batch", "c.controller")
                        .getResultList();
    }

    /** Of what two people take in at the same moment the second sees the first. */
    void inTurn(Organisation processor) {
        entities.lock(processor, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The contract of that processor that was taken in with that reference, however it is written. */
    Optional<Contract> withReference(Organisation processor, String reference) {
        return entities.createQuery(
                        "select c from Contract c where c.processor = :processor and c.takenIn.referenceKey = :key",
                        Contract.class)
                .setParameter("processor", processor)
                .setParameter("key", TakenIn.key(reference))
                .getResultStream()
                .findFirst();
    }

    /** A contract of those two by that template that was concluded, or is in force from, that day. */
    Optional<Contract> concluded(Organisation processor, UUID controller, String template, Paper paper) {
        return entities.createQuery(
                        "select c from Contract c where c.processor = :processor and c.controller.id = :controller"
                                + " and c.template.code = :template and c.state in :states"
                                + " and (c.takenIn.concludedOn = :concludedOn or c.effectiveOn = :effectiveOn)"
                                + " order by c.serial",
                        Contract.class)
                .setParameter("processor", processor)
                .setParameter("controller", controller)
                .setParameter("template", template)
                .setParameter("states", List.of(ContractState.IN_FORCE, ContractState.TERMINATED))
                .setParameter("concludedOn", paper.concludedOn())
                .setParameter("effectiveOn", paper.effectiveOn())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Contracts in force of which the last day is that day or before. */
    List<UUID> ending(LocalDate day, int limit) {
        return entities.createQuery(
                        "select c.id from Contract c where c.ending.lastDay between :first and :day and c.state = :state"
                                + " order by c.ending.lastDay",
                        UUID.class)
                .setParameter("first", LocalDate.EPOCH)
                .setParameter("day", day)
                .setParameter("state", ContractState.IN_FORCE)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Contracts in force that were made with another version of that template and are yet to be told of this one. */
    List<UUID> untold(TemplateVersion version, int limit) {
        return entities.createQuery(
                        "select c.id from Contract c where c.state = :state and c.template.code = :code"
                                + " and c.template <> :version and not exists (select n from VersionNotice n"
                                + " where n.contractId = c.id and n.versionId = :versionId) order by c.serial",
                        UUID.class)
                .setParameter("state", ContractState.IN_FORCE)
                .setParameter("code", version.code())
                .setParameter("version", version)
                .setParameter("versionId", version.id())
                .setMaxResults(limit)
                .getResultList();
    }

    boolean wasTold(Contract contract, TemplateVersion version) {
        return entities.find(VersionNotice.class, new VersionNotice.Key(contract.id(), version.id())) != null;
    }

    void add(VersionNotice notice) {
        entities.persist(notice);
    }

    void add(ContractDocument document) {
        entities.persist(document);
    }

    Optional<ContractDocument> document(UUID contractId, DocumentKind kind) {
        return documents(contractId).stream().filter(d -> d.kind() == kind).findFirst();
    }

    List<ContractDocument> documents(UUID contractId) {
        return entities.createQuery(
                        "select d from ContractDocument d where d.contractId = :id order by d.madeAt",
                        ContractDocument.class)
                .setParameter("id", contractId)
                .getResultList();
    }

    /** The contract of which a file with that SHA-256 is a document, and which one. */
    public Optional<ContractDocument> documentWithHash(String sha256) {
        return entities.createQuery("select d from ContractDocument d where d.sha256 = :sha256", ContractDocument.class)
                .setParameter("sha256", sha256)
                .getResultStream()
                .findFirst();
    }

    void add(SignatureEvidence evidence) {
        entities.persist(evidence);
    }

    /** How the signature came about that counts: the last one. */
    Optional<SignatureEvidence> evidence(UUID contractId) {
        return entities.createQuery(
                        "select e from SignatureEvidence e where e.contractId = :id order by e.signedAt desc",
                        SignatureEvidence.class)
                .setParameter("id", contractId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
