package app.countersign.breach;

import app.countersign.access.Actor;
import app.countersign.access.Roles;
import app.countersign.document.StoredFile;
import app.countersign.document.StoredFiles;
import app.countersign.document.VirusCheck;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.PlainText;
import app.countersign.kernel.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Files that prove what happened, kept with the breach. Whatever they are, they are stored and never opened here. */
@Stateless
public class Attaching {

    /** In bytes. */
    public static final long LARGEST = 25L * 1024 * 1024;

    static final int MOST = 200;

    private static final String FIELD = "file";
    private static final PlainText NAME = PlainText.line(200);
    private static final String BINARY = "application/octet-stream";

    @Inject
    private Breaches breaches;

    @Inject
    private StoredFiles files;

    @Inject
    private VirusCheck viruses;

    @Inject
    private Actor actor;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /** The newest first. */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public List<BreachFile> of(UUID breachId) {
        return breaches.files(breaches.require(breachId).id());
    }

    /** @throws NotFound if there is none that the caller may know of */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public BreachFile file(UUID id) {
        BreachFile file = breaches.file(id).orElseThrow(() -> NotFound.because("document.file.unknown"));
        breaches.require(file.breachId());
        return file;
    }

    /**
     * Keeps a file with the breach; one that is there already is not kept twice. Also with a breach that has ended: proof
     * may come late.
     *
     * @param content may be null where none was chosen
     * @param name as its sender calls it, with or without a path
     * @throws Invalid if there is none, it is empty, or there are too many
     */
    @RolesAllowed({Roles.DPO, Roles.LEGAL})
    public BreachFile attach(UUID breachId, InputStream content, String name) {
        Breach breach = breaches.lock(breachId);
        if (content == null || name == null || name.isBlank()) {
            throw Invalid.field(FIELD, Reason.of("breach.complaint.no-file"));
        }
        String called =
                NAME.require(FIELD, name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1));
        StoredFile stored = files.store(viruses.check(FIELD, content), BINARY);
        if (stored.size() == 0) {
            throw Invalid.field(FIELD, Reason.of("breach.complaint.empty-file"));
        }
        if (stored.size() > LARGEST) {
            throw Invalid.field(FIELD, Reason.of("breach.complaint.large-file", LARGEST / 1024 / 1024));
        }
        List<BreachFile> present = breaches.files(breachId);
        if (present.size() >= MOST) {
            throw Invalid.field(FIELD, Reason.of("breach.complaint.many-files", MOST));
        }
        return present.stream()
                .filter(file -> file.sha256().equals(stored.sha256()))
                .findFirst()
                .orElseGet(() -> kept(breach, called, stored));
    }

    private BreachFile kept(Breach breach, String name, StoredFile stored) {
        BreachFile file = new BreachFile(
                breach.id(), name, stored, clock.instant(), actor.identity().name());
        breaches.add(file);
        happened.fire(
                new BreachEvent.BreachFileAttached(breach.id(), BreachEvent.facts(breach, "sha256", stored.sha256())));
        return file;
    }
}
