package app.countersign.kernel;

import java.net.URI;
import java.net.URL;
import java.nio.file.Path;

/** Where contract templates and the law's rules are read from: the folder that is set, or the one that is shipped. */
public final class TemplatesFolder {

    private static final String NAME = "contracts-templates";

    private TemplatesFolder() {}

    public static Path of(Settings settings) {
        return settings.templatesDir().orElseGet(TemplatesFolder::shipped);
    }

    /** The folder that comes with the application, beside its classes. */
    public static Path shipped() {
        URL here = TemplatesFolder.class.getResource("/META-INF/persistence.xml");
        Path webInf = Path.of(URI.create(String.valueOf(here)))
                .getParent()
                .getParent()
                .getParent();
        return webInf.resolve(NAME);
    }
}
