package app.countersign.deadline;

import app.countersign.kernel.CannotStart;
import app.countersign.kernel.Settings;
import app.countersign.kernel.TemplatesFolder;
import app.countersign.terms.Flawed;
import app.countersign.terms.Law;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Reads the law's rules at start, from the folder of the templates; one that has none of its own gets the ones shipped.
 * With a mistake in them nothing starts: a clock that runs too long is worse than none.
 */
@ApplicationScoped
class LawInForce {

    private static final Logger LOG = Logger.getLogger(LawInForce.class.getName());

    @Inject
    private Settings settings;

    private Law law;

    @PostConstruct
    void read() {
        Path set = TemplatesFolder.of(settings);
        try {
            law = Law.in(Files.exists(set.resolve(Law.FILE)) ? set : TemplatesFolder.shipped());
        } catch (Flawed e) {
            throw CannotStart.because("the law's rules can't be read", e);
        }
    }

    /** Being told of the start makes the bean, and so reads the rules. */
    void begin(@Observes @Initialized(ApplicationScoped.class) Object start) {
        LOG.log(Level.FINE, "the law is {0}", law());
    }

    @Produces
    Law law() {
        return law;
    }
}
