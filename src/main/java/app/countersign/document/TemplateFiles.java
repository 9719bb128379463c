package app.countersign.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The files beside a template's words: images, further style sheets. All that a rendering may read. */
@FunctionalInterface
public interface TemplateFiles {

    /** @param name a relative path with forward slashes, without {@code ..}; empty when there is no such file */
    Optional<byte[]> read(String name);

    static TemplateFiles none() {
        return name -> Optional.empty();
    }

    /** The files of that folder and below; a link that leads out of it counts as absent. */
    static TemplateFiles in(Path folder) {
        return name -> {
            try {
                Path root = folder.toRealPath();
                Path file = root.resolve(name).normalize();
                boolean inside = Files.isRegularFile(file) && file.toRealPath().startsWith(root);
                return inside ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
