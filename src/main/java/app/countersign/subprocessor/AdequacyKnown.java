package app.countersign.subprocessor;

import app.countersign.kernel.CannotStart;
import app.countersign.kernel.Settings;
import app.countersign.kernel.TemplatesFolder;
import app.countersign.terms.Adequacy;
import app.countersign.terms.Flawed;
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

/** Reads the lists of adequate countries at start, from the folder of the templates; one without gets those shipped. */
@ApplicationScoped
class AdequacyKnown {

    private static final Logger LOG = Logger.getLogger(AdequacyKnown.class.getName());

    @Inject
    private Settings settings;

    private Adequacy adequacy;

    @PostConstruct
    void read() {
        Path set = TemplatesFolder.of(settings);
        try {
            adequacy = Adequacy.in(Files.exists(set.resolve(Adequacy.FILE)) ? set : TemplatesFolder.shipped());
        } catch (Flawed e) {
            throw CannotStart.because("the lists of adequate countries can't be read", e);
        }
    }

    /** Being told of the start makes the bean, and so reads the file. */
    void begin(@Observes @Initialized(ApplicationScoped.class) Object start) {
        LOG.log(Level.FINE, "the lists are {0}", adequacy());
    }

    @Produces
    Adequacy adequacy() {
        return adequacy;
    }
}
