package app.countersign.backup;

import app.countersign.kernel.DomainEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What happens to a backup. */
abstract sealed class BackupEvent implements DomainEvent {

    /** Okomo's Anlage A, 1: every four hours, kept for thirty days, the restoration practised. */
    private static final String CLAUSE = "okomo-dpa A-1-backup-1";

    private final UUID id;
    private final Map<String, Object> facts;

    private BackupEvent(UUID id, Map<String, Object> facts) {
        this.id = id;
        this.facts = facts;
    }

    @Override
    public String objectKind() {
        return "backup";
    }

    @Override
    public UUID objectId() {
        return id;
    }

    @Override
    public Map<String, Object> facts() {
        return facts;
    }

    @Override
    public Optional<String> clause() {
        return Optional.of(CLAUSE);
    }

    private static Map<String, Object> named(Object... namesAndValues) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            facts.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return facts;
    }

    /** A person wants one now. */
    static final class BackupAsked extends BackupEvent {
        BackupAsked(Run run) {
            super(run.id(), Map.of());
        }
    }

    /** The file is complete and in its place. */
    static final class BackupMade extends BackupEvent {
        BackupMade(Run run) {
            super(
                    run.id(),
                    named(
                            "file", run.fileName().orElse(""),
                            "bytes", run.fileSize(),
                            "rows", run.rowsTotal(),
                            "files", run.files()));
        }
    }

    /** It was restored into an empty database, where everything was the same. */
    static final class BackupVerified extends BackupEvent {
        BackupVerified(Run run) {
            super(
                    run.id(),
                    named(
                            "file",
                            run.fileName().orElse(""),
                            "seconds",
                            run.took().orElseThrow().toSeconds()));
        }
    }

    /** It could not be made, or not be verified. */
    static final class BackupFailed extends BackupEvent {
        BackupFailed(Run run) {
            super(
                    run.id(),
                    named(
                            "file",
                            run.fileName().orElse(""),
                            "problem",
                            run.problem().orElseThrow().key()));
        }
    }

    /** A backup's time was over, and newer ones are there. */
    static final class BackupDeleted extends BackupEvent {
        BackupDeleted(Run run) {
            super(run.id(), named("file", run.fileName().orElse("")));
        }
    }

    /** This database was filled from a backup. */
    static final class Restored extends BackupEvent {
        Restored(Restoration restoration) {
            super(
                    restoration.backupId(),
                    named(
                            "made-at", restoration.madeAt(),
                            "restored-at", restoration.restoredAt(),
                            "rows", restoration.rows()));
        }
    }
}
