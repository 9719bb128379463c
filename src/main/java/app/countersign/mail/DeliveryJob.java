package app.countersign.mail;

import app.countersign.schedule.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Looks for due mails each second: the alarm of a deadline is one. */
@ApplicationScoped
class DeliveryJob implements Job {

    private static final int CAP = 50;

    @Inject
    private Delivery delivery;

    @Override
    public String name() {
        return "deliver-mail";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Outcome run() {
        int tried = delivery.deliver(CAP);
        return new Outcome(tried, tried == CAP);
    }
}
