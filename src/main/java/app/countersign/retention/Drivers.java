package app.countersign.retention;

import app.countersign.kernel.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * What connects to databases: PostgreSQL's and H2's drivers, which are part of the application, and those that were put
 * into a folder. The folder is read at the first use; a driver there sees the JDK and the other files there, and nothing of
 * ours.
 */
@ApplicationScoped
class Drivers {

    private static final Logger LOG = Logger.getLogger(Drivers.class.getName());

    @Inject
    private Settings settings;

    private Optional<Path> folder;
    private List<Driver> found;

    protected Drivers() {}

    Drivers(Optional<Path> folder) {
        this.folder = folder;
    }

    /** @throws Trouble if no driver knows such an address */
    Driver of(String url) throws Trouble {
        if (url.startsWith("jdbc:postgresql:")) {
            return new org.postgresql.Driver();
        }
        if (url.startsWith("jdbc:h2:")) {
            return new org.h2.Driver();
        }
        for (Driver driver : found()) {
            if (accepts(driver, url)) {
                return driver;
            }
        }
        throw Trouble.because("retention.problem.no-driver");
    }

    private static boolean accepts(Driver driver, String url) {
        try {
            return driver.acceptsURL(url);
        } catch (SQLException e) {
            return false;
        }
    }

    private synchronized List<Driver> found() {
        if (found == null) {
            found = (settings == null ? folder : settings.retentionDrivers())
                    .map(Drivers::in)
                    .orElse(List.of());
        }
        return found;
    }

    private static List<Driver> in(Path folder) {
        List<Driver> drivers = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            List<URL> jars = new ArrayList<>();
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                jars.add(jar.toUri().toURL());
            }
            // Never closed: connections load classes as long as there are any.
            ClassLoader loader = new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
            ServiceLoader.load(Driver.class, loader).forEach(drivers::add);
        } catch (IOException | ServiceConfigurationError e) {
            String kind = e.getClass().getSimpleName();
            LOG.log(Level.WARNING, "the folder of JDBC drivers could not be read: {0}", kind);
        }
        return List.copyOf(drivers);
    }
}
