package app.countersign.measure;

import app.countersign.schedule.Job;
import app.countersign.terms.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Takes over the measures of templates that are new, one template a transaction. */
@ApplicationScoped
class AdoptingJob implements Job {

    private static final int SECONDS = 10;

    @Inject
    private Adopting adopting;

    @Override
    public String name() {
        return "adopt-measures";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(SECONDS);
    }

    @Override
    public Outcome run() {
        return new Outcome(OneByOne.each(adopting.unread(), Template::code, adopting::read), false);
    }
}
