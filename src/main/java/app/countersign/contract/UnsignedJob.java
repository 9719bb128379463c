package app.countersign.contract;

import app.countersign.schedule.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Reminds of contracts that nobody signs, and lets them run out. What has run out is not reminded of. */
@ApplicationScoped
class UnsignedJob implements Job {

    private static final int CAP = 50;

    @Inject
    private UnsignedContracts unsigned;

    @Override
    public String name() {
        return "unsigned-contracts";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Outcome run() {
        int expired = repeat(unsigned::expireNext, CAP);
        int reminded = expired == CAP ? 0 : repeat(unsigned::remindNext, CAP - expired);
        int done = expired + reminded;
        return new Outcome(done, done == CAP);
    }

    private static int repeat(BooleanSupplier next, int cap) {
        int done = 0;
        while (done < cap && next.getAsBoolean()) {
            done++;
        }
        return done;
    }
}
