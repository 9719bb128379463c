package app.countersign.contract;

import app.countersign.document.StoredFile;
import app.countersign.document.StoredFiles;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.NotFound;
import app.countersign.terms.StatedMeasures;
import app.countersign.terms.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** All versions of all templates, with the words and terms that they had when they were loaded. */
@ApplicationScoped
public class TemplateVersions {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private StoredFiles files;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /** Frozen copies by hash. They never change, so they never grow old. */
    private final Map<String, Template> read = new ConcurrentHashMap<>();

    /**
     * Sees to it that this template is the one on offer: its version is made if its hash is new.
     *
     * @throws jakarta.persistence.PersistenceException if another instance did so at the same moment; then it is there
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public TemplateVersion offer(Template template) {
        List<TemplateVersion> known = of(template.code());
        TemplateVersion version = known.stream()
                .filter(v -> v.hash().equals(template.hash()))
                .findFirst()
                .orElseGet(() -> freeze(template, known));
        known.stream().filter(v -> v != version).forEach(v -> v.supersede(clock.instant()));
        version.reinstate();
        entities.flush();
        return version;
    }

    private TemplateVersion freeze(Template template, List<TemplateVersion> known) {
        int revision = known.size() + 1;
        StoredFile archive = files.store(Archive.pack(template.files()), "application/zip");
        TemplateVersion version = new TemplateVersion(
                template.code(), revision, template.version(), template.hash(), archive.sha256(), clock.instant());
        boolean nothingNew = known.stream()
                .filter(TemplateVersion::isCurrent)
                .anyMatch(before -> before.isAnnounced()
                        && promisesTheSame(Archive.unpack(files.read(before.archive())), template.files()));
        if (revision == 1 || nothingNew) {
            version.announced(clock.instant());
        }
        entities.persist(version);
        happened.fire(TemplateVersionFrozen.of(version));
        return version;
    }

    /** Whether only the list of measures differs, which tells how the contract is kept and is no part of it. */
    static boolean promisesTheSame(Map<String, byte[]> before, Map<String, byte[]> after) {
        Set<String> names = new HashSet<>(before.keySet());
        names.addAll(after.keySet());
        names.remove(StatedMeasures.FILE);
        return names.stream().allMatch(name -> Arrays.equals(before.get(name), after.get(name)));
    }

    /** A template of which no folder is there any more is offered no longer; its contracts go on. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void withdraw(String code) {
        of(code).forEach(version -> version.supersede(clock.instant()));
    }

    /** The version of that template that new contracts are made with. */
    public Optional<TemplateVersion> current(String code) {
        return of(code).stream().filter(TemplateVersion::isCurrent).findFirst();
    }

    /** All versions that new contracts can be made with, by code. */
    public List<TemplateVersion> current() {
        return entities.createQuery(
                        "select v from TemplateVersion v where v.supersededAt is null order by v.code",
                        TemplateVersion.class)
                .getResultList();
    }

    /** All versions whose promises stand: those on offer, and those that a contract in force was made with. */
    public List<TemplateVersion> promising() {
        return entities.createQuery(
                        "select v from TemplateVersion v where v.supersededAt is null or exists"
                                + " (select c from Contract c where c.template = v and c.state = :inForce)"
                                + " order by v.code, v.revision",
                        TemplateVersion.class)
                .setParameter("inForce", ContractState.IN_FORCE)
                .getResultList();
    }

    /** All versions of all templates. */
    public List<TemplateVersion> all() {
        return entities.createQuery(
                        "select v from TemplateVersion v order by v.code, v.revision", TemplateVersion.class)
                .getResultList();
    }

    /** All versions of a template, the oldest first. */
    public List<TemplateVersion> of(String code) {
        return entities.createQuery(
                        "select v from TemplateVersion v where v.code = :code order by v.revision",
                        TemplateVersion.class)
                .setParameter("code", code)
                .getResultList();
    }

    /** Versions of which somebody may still have to be told. */
    List<TemplateVersion> unannounced() {
        return entities.createQuery(
                        "select v from TemplateVersion v where v.announcedAt is null and v.supersededAt is null",
                        TemplateVersion.class)
                .getResultList();
    }

    public Optional<TemplateVersion> byId(UUID id) {
        return Optional.ofNullable(entities.find(TemplateVersion.class, id));
    }

    /** Words and terms of that version, as they were.
     *
     * @throws NotFound if there is no such version */
    public Template template(UUID versionId) {
        return template(byId(versionId).orElseThrow(() -> NotFound.because("contract.refusal.unknown-version")));
    }

    /** Words and terms of that version, as they were. */
    public Template template(TemplateVersion version) {
        return read.computeIfAbsent(
                version.hash(), hash -> Template.of(Archive.unpack(files.read(version.archive())), version.code()));
    }
}
