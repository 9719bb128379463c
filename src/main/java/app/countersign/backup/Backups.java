package app.countersign.backup;

import app.countersign.access.Actor;
import app.countersign.access.Roles;
import app.countersign.kernel.Refused;
import app.countersign.kernel.Settings;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Backups as people and programs see them. */
@Stateless
public class Backups {

    @Inject
    private Runs runs;

    @Inject
    private Schedule schedule;

    @Inject
    private Settings settings;

    @Inject
    private Actor actor;

    @Inject
    private Clock clock;

    /**
     * How it stands.
     *
     * @param folder where backups go; empty if none is configured, and then none is made
     * @param verified the last one that is proven to be restorable
     * @param next when the next one begins; empty while one is under way or asked for
     */
    public record Standing(
            Optional<Path> folder,
            Duration every,
            Duration keep,
            List<Run> newest,
            Optional<Run> verified,
            Optional<Instant> next) {

        /** The run that is asked for or under way. */
        public Optional<Run> current() {
            return newest.stream()
                    .filter(run -> run.state() == RunState.ASKED || run.state().isUnderWay())
                    .findFirst();
        }

        /** The last attempt, if it failed. */
        public Optional<Run> failed() {
            return newest.stream()
                    .filter(run -> run.state() == RunState.VERIFIED || run.state() == RunState.FAILED)
                    .findFirst()
                    .filter(run -> run.state() == RunState.FAILED);
        }
    }

    @RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR, Roles.DPO})
    public Standing standing(int limit) {
        List<Run> newest = runs.newest(limit);
        Settings.Backup how = settings.backup();
        Standing standing = new Standing(
                how.dir(), how.every(), how.keep(), newest, runs.last(RunState.VERIFIED), Optional.empty());
        if (how.dir().isEmpty() || standing.current().isPresent()) {
            return standing;
        }
        Instant now = clock.instant();
        Instant next = schedule.next(now);
        return new Standing(
                how.dir(),
                how.every(),
                how.keep(),
                newest,
                standing.verified(),
                Optional.of(next.isBefore(now) ? now : next));
    }

    /**
     * Has one made at once.
     *
     * @return the run that is under way already, or the new one
     * @throws Refused if it is configured nowhere where it should go
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Run now() {
        if (settings.backup().dir().isEmpty()) {
            throw Refused.because("backup.refusal.none");
        }
        Optional<Run> current = standing(3).current();
        return current.orElseGet(() -> runs.ask(actor.identity().id()));
    }
}
