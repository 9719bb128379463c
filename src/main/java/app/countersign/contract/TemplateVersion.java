package app.countersign.contract;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A version of a template, frozen: its files are kept as they were when it was first loaded, and contracts made with it
 * keep to it whatever the template's folder says later.
 */
@Entity
@Table(name = "template_version")
public class TemplateVersion {

    @Id
    private UUID id;

    private String code;
    private int revision;
    private String label;
    private String hash;

    @Column(name = "archive_sha256")
    private String archive;

    @Column(name = "loaded_at")
    private Instant loadedAt;

    @Column(name = "superseded_at")
    private Instant supersededAt;

    @Column(name = "announced_at")
    private Instant announcedAt;

    protected TemplateVersion() {}

    /**
     * @param revision counts the versions of a template from 1
     * @param label the version as the document itself calls it
     * @param archive SHA-256 of the stored ZIP file that holds the template's files
     */
    TemplateVersion(String code, int revision, String label, String hash, String archive, Instant now) {
        this.id = UUID.randomUUID();
        this.code = code;
        this.revision = revision;
        this.label = label;
        this.hash = hash;
        this.archive = archive;
        this.loadedAt = now;
    }

    /** Another version is offered from now on. */
    void supersede(Instant now) {
        supersededAt = supersededAt == null ? now : supersededAt;
    }

    /** The folder holds this version's words again. */
    void reinstate() {
        supersededAt = null;
    }

    /** Whoever has to be told of this version has been told. */
    void announced(Instant now) {
        announcedAt = now;
    }

    boolean isAnnounced() {
        return announcedAt != null;
    }

    public UUID id() {
        return id;
    }

    /** The template's folder: {@code okomo-dpa}. */
    public String code() {
        return code;
    }

    public int revision() {
        return revision;
    }

    public String label() {
        return label;
    }

    /** SHA-256 over the template's files. */
    public String hash() {
        return hash;
    }

    String archive() {
        return archive;
    }

    public Instant loadedAt() {
        return loadedAt;
    }

    public Optional<Instant> supersededAt() {
        return Optional.ofNullable(supersededAt);
    }

    public boolean isCurrent() {
        return supersededAt == null;
    }
}
