package app.countersign.trail;

import app.countersign.schedule.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** Sends out the day's head. */
@ApplicationScoped
class HeadMailJob implements Job {

    @Inject
    private HeadMail mail;

    @Inject
    private Chaining chaining;

    @Override
    public String name() {
        return "mail-trail-head";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Outcome run() {
        Optional<Head> head = mail.isDue() ? chaining.now() : Optional.empty();
        head.ifPresent(mail::take);
        return head.isPresent() ? new Outcome(1, false) : Outcome.NOTHING;
    }
}
