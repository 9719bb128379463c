package app.countersign.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.xhtmlrenderer.css.sheet.StylesheetInfo;
import org.xhtmlrenderer.simple.extend.XhtmlNamespaceHandler;

/** The style sheet beneath every template's: the engine's own, then what furniture and fields need. */
final class OwnLayout extends XhtmlNamespaceHandler {

    private static final String ENGINE = "/resources/css/XhtmlNamespaceHandler.css";
    private static final String OURS = """
            div.furniture-title { position: running(title) }
            div.furniture-version { position: running(version) }
            div.furniture-processor { position: running(processor) }
            div.furniture-author { position: running(author) }
            .field { display: inline-block; width: 180pt; height: 16pt }
            """;
    private static final StylesheetInfo BENEATH = new StylesheetInfo(
            StylesheetInfo.Origin.USER_AGENT, "countersign:beneath", List.of("all"), engineStyles() + OURS);

    private static String engineStyles() {
        try (InputStream styles = XhtmlNamespaceHandler.class.getResourceAsStream(ENGINE)) {
            return new String(styles.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<StylesheetInfo> getDefaultStylesheet() {
        return Optional.of(BENEATH);
    }
}
