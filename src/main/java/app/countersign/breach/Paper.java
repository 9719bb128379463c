package app.countersign.breach;

import app.countersign.document.Attachment;
import app.countersign.document.Form;
import app.countersign.document.Furniture;
import app.countersign.document.Manuscript;
import app.countersign.document.Metadata;
import app.countersign.document.Rendering;
import app.countersign.document.TemplateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes a PDF/A of a {@link Sheet}, with the same as data inside. */
final class Paper {

    private static final String LAYOUT = "paper.css";

    private Paper() {}

    /**
     * @param title also in the foot of each page
     * @param version what stands in the head, right: of when it is
     * @param organisation whose it is
     * @param identifier by which it is recognised: equal content gives equal bytes
     * @param json the same as data, and the name of that file
     */
    static byte[] of(
            Sheet sheet,
            String title,
            String version,
            String organisation,
            String identifier,
            Locale language,
            Instant made,
            byte[] json,
            String jsonName) {
        Furniture furniture = new Furniture(
                Sheet.legible(title), Sheet.legible(version), Sheet.legible(organisation), Sheet.legible(organisation));
        Manuscript manuscript = new Manuscript(sheet.xhtml(title), layout(), language, TemplateFiles.none(), furniture);
        Attachment data = new Attachment(jsonName, "application/json", Attachment.Relationship.DATA, title, json);
        return Form.of(Rendering.of(manuscript), Map.of())
                .completed(
                        Map.of(),
                        Map.of(),
                        List.of(data),
                        new Metadata(title, organisation, title, identifier, language, made));
    }

    private static byte[] layout() {
        try (InputStream css = Paper.class.getResourceAsStream(LAYOUT)) {
            return css.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
