package app.countersign.breach;

import app.countersign.kernel.CannotStart;
import app.countersign.kernel.Settings;
import app.countersign.kernel.TemplatesFolder;
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

/** Reads the authorities at start, from the folder of the templates; one that has none of its own gets those shipped. */
@ApplicationScoped
class AuthoritiesKnown {

    private static final Logger LOG = Logger.getLogger(AuthoritiesKnown.class.getName());

    @Inject
    private Settings settings;

    private Authorities authorities;

    @PostConstruct
    void read() {
        Path set = TemplatesFolder.of(settings);
        try {
            authorities = Authorities.in(Files.exists(set.resolve(Authorities.FILE)) ? set : TemplatesFolder.shipped());
        } catch (IllegalArgumentException e) {
            throw CannotStart.because("the supervisory authorities can't be read", e);
        }
    }

    /** Being told of the start makes the bean, and so reads the file. */
    void begin(@Observes @Initialized(ApplicationScoped.class) Object start) {
        LOG.log(Level.FINE, "the authorities are {0}", authorities());
    }

    @Produces
    Authorities authorities() {
        return authorities;
    }
}
