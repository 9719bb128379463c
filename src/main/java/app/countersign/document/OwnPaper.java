package app.countersign.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes a PDF/A of a {@link OwnSheet}, with the same as data inside. */
public final class OwnPaper {

    private static final String LAYOUT = "paper.css";

    private OwnPaper() {}

    /**
     * @param title also in the foot of each page
     * @param version what stands in the head, right: of when it is
     * @param organisation whose it is
     * @param identifier by which it is recognised: equal content gives equal bytes
     * @param json the same as data, and the name of that file
     */
    public static byte[] of(
            OwnSheet sheet,
            String title,
            String version,
            String organisation,
            String identifier,
            Locale language,
            Instant made,
            byte[] json,
            String jsonName) {
        Furniture furniture = new Furniture(
                OwnSheet.legible(title),
                OwnSheet.legible(version),
                OwnSheet.legible(organisation),
                OwnSheet.legible(organisation));
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
        try (InputStream css = OwnPaper.class.getResourceAsStream(LAYOUT)) {
            return css.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
