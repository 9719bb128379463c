package app.countersign.contract.api;

import app.countersign.kernel.api.FileNames;
import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A multipart form with one file in it, as the API describes and reads it. */
@Schema(name = "UploadedFile", requiredProperties = "file")
public record UploadedFile(
        @Schema(format = "binary", description = "A PDF of at most 25 MB")
        String file) {

    private static final String NAME = "file";

    /** What is done with the file; content and name are null if there is none. */
    interface Use<T> {
        T of(InputStream content, String name);
    }

    /** @param form as the request brought it */
    static <T> T read(List<EntityPart> form, Use<T> use) throws IOException {
        Optional<EntityPart> file =
                form.stream().filter(part -> NAME.equals(part.getName())).findFirst();
        if (file.isEmpty()) {
            return use.of(null, null);
        }
        try (InputStream content = file.get().getContent()) {
            return use.of(
                    content, file.get().getFileName().map(FileNames::inUtf8).orElse(null));
        }
    }
}
