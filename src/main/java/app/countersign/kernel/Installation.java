package app.countersign.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** Gives every room the installation's settings and its clock; commands take the clock here, too. */
@ApplicationScoped
public class Installation {

    /** Settings are a record, which can't be proxied; they don't change while the application runs. */
    @Produces
    Settings settings() {
        return Settings.ofServer();
    }

    @Produces
    public static Clock clock() {
        return Clock.systemUTC();
    }
}
