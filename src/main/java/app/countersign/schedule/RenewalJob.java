package app.countersign.schedule;

import app.countersign.vault.Renewal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Looks whether the installation has got a new key. The vault is below this room and can't ask for it itself. */
@ApplicationScoped
class RenewalJob implements Job {

    private static final int SECONDS = 20;

    @Inject
    private Renewal renewal;

    @Override
    public String name() {
        return "renew-secrets";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(SECONDS);
    }

    @Override
    public Outcome run() {
        return new Outcome(renewal.renew(), false);
    }
}
