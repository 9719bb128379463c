package app.countersign.document;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;
import org.xhtmlrenderer.pdf.ITextOutputDevice;
import org.xhtmlrenderer.pdf.ITextRenderer;
import org.xhtmlrenderer.pdf.ITextUserAgent;

/** Gives the layout engine the template's own files and nothing else: no URL is ever opened. */
final class OwnFiles extends ITextUserAgent {

    private static final Pattern OUTSIDE =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*|/.*|.*\\\\.*|(.*/)?\\.\\.(/.*)?");

    private final TemplateFiles files;

    OwnFiles(ITextOutputDevice device, TemplateFiles files) {
        super(device, ITextRenderer.DEFAULT_DOTS_PER_PIXEL);
        this.files = files;
    }

    @Override
    public String resolveURI(String uri) {
        return uri;
    }

    @Override
    protected InputStream openStream(String uri) throws IOException {
        Optional<byte[]> content = uri == null || OUTSIDE.matcher(uri).matches() ? Optional.empty() : files.read(uri);
        return new ByteArrayInputStream(
                content.orElseThrow(() -> new FileNotFoundException(uri + " is not a file of the template")));
    }
}
