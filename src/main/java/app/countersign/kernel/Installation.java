package app.countersign.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Gives every room the installation's settings and its clock. */
@ApplicationScoped
class Installation {

    /** Settings are a record, which can't be proxied; they don't change while the application runs. */
    @Produces
    Settings settings() {
        Config config = ConfigProvider.getConfig();
        return Settings.read(name -> config.getOptionalValue(name, String.class));
    }

    @Produces
    Clock clock() {
        return Clock.systemUTC();
    }
}
