package app.countersign.backup;

import app.countersign.access.Roles;
import app.countersign.kernel.Database;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.kernel.Settings;
import app.countersign.vault.Vault;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Makes the backup that is due, verifies it and deletes those whose time is over. One instance at a time does so. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Making {

    private static final Logger LOG = Logger.getLogger(Making.class.getName());

    @Inject
    private Runs runs;

    @Inject
    private Schedule schedule;

    @Inject
    private Settings settings;

    @Inject
    private Vault vault;

    @Inject
    @Any
    private Instance<RestoredCheck> checks;

    @Inject
    private Clock clock;

    /** @return how many were made, one or none */
    @RolesAllowed(Roles.SYSTEM)
    public int makeWhatIsDue() {
        runs.tellOfRestorations();
        if (settings.backup().dir().isEmpty()) {
            return 0;
        }
        Folder folder = new Folder(settings.backup().dir().orElseThrow());
        giveUpInterrupted(folder);
        Optional<UUID> due = schedule.due(clock.instant());
        due.ifPresent(id -> make(id, folder));
        return due.isPresent() ? 1 : 0;
    }

    /** Whoever was at it has died: we hold the job, so nobody else is. */
    private void giveUpInterrupted(Folder folder) {
        for (RunState state : List.of(RunState.WRITING, RunState.VERIFYING)) {
            for (Run run : runs.in(state)) {
                run.fileName().ifPresent(folder::discard);
                runs.failed(run.id(), Reason.of("backup.problem.interrupted"));
            }
        }
    }

    private void make(UUID id, Folder folder) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String name = Folder.name(id, now);
        runs.begin(id, name);
        try {
            folder.refuseUnlessUsable();
            Manifest manifest = written(id, folder, name, now);
            runs.written(id, Files.size(folder.file(name)), manifest);
            runs.verified(
                    id, new Trial(settings.dataDir(), checks, told(id)).verify(folder.file(name), vault.cipher()));
            deleteOld(folder);
        } catch (Refused e) {
            fail(id, e.reason(), e);
        } catch (IOException e) {
            fail(id, folder.reason(e), e);
        } catch (SQLException | Restoring.Failed e) {
            fail(id, Reason.of("backup.problem.database"), e);
        }
    }

    private Manifest written(UUID id, Folder folder, String name, Instant now) throws IOException, SQLException {
        return folder.write(
                name, out -> new Writing(vault.cipher(), told(id)).write(new Database(settings), out, id, now));
    }

    private void fail(UUID id, Reason problem, Exception cause) {
        // The message of an exception may quote data; its kind does not.
        LOG.log(Level.WARNING, "the backup failed: {0} ({1})", new Object[] {
            problem.key(), cause.getClass().getName()
        });
        LOG.log(Level.FINE, "the backup failed", cause);
        runs.failed(id, problem);
    }

    private void deleteOld(Folder folder) {
        Keeping keeping = new Keeping(
                settings.backup().keep(), run -> folder.holds(run.fileName().orElseThrow()));
        keeping.over(runs.kept(), clock.instant()).stream()
                .filter(run -> folder.delete(run.fileName().orElseThrow()))
                .forEach(run -> runs.deleted(run.id()));
    }

    /** At most once a second. */
    private Progress told(UUID id) {
        long[] last = {System.nanoTime()};
        return (done, total) -> {
            long now = System.nanoTime();
            if (now - last[0] >= TimeUnit.SECONDS.toNanos(1)) {
                last[0] = now;
                runs.at(id, done, total);
            }
        };
    }
}
