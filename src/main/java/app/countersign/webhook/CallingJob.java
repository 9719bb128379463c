package app.countersign.webhook;

import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.kernel.Settings;
import app.countersign.schedule.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looks each second for calls that wait, and makes them; a receiver that does not answer keeps none of the others waiting. */
@ApplicationScoped
class CallingJob implements Job {

    /** Calls to one receiver a run. */
    private static final int CAP = 50;

    private static final Duration LONGEST_CALL = Duration.ofSeconds(15);

    @Inject
    private Calls calls;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    private final Line line = new Line(LONGEST_CALL);

    @Override
    public String name() {
        return "call-webhooks";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Outcome run() {
        int done = 0;
        boolean more = false;
        for (UUID hook : calls.dueHooks()) {
            List<UUID> waiting = calls.waiting(hook, CAP);
            int made = make(hook, waiting);
            done += made;
            more = more || made == CAP;
        }
        calls.forgetOld();
        return new Outcome(done, more);
    }

    /** Until one does not come through: the next would not either.
     *
     * @return how many came through */
    private int make(UUID hook, List<UUID> waiting) {
        int made = 0;
        for (UUID call : waiting) {
            Optional<Calls.Ready> ready = calls.ready(call);
            if (ready.isPresent()) {
                Optional<Reason> problem = make(ready.get());
                calls.made(hook, call, problem);
                if (problem.isPresent()) {
                    return made;
                }
            }
            made++;
        }
        return made;
    }

    private Optional<Reason> make(Calls.Ready call) {
        try {
            Target target = Target.read(call.url());
            return line.post(
                    target,
                    target.address(settings.webhookNetworks()),
                    Signed.headers(call.id(), call.body(), call.secret(), clock.instant()),
                    call.body());
        } catch (Refused e) {
            return Optional.of(e.reason());
        } finally {
            Arrays.fill(call.secret(), (byte) 0);
        }
    }
}
