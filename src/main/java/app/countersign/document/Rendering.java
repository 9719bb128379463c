package app.countersign.document;

import app.countersign.kernel.Refused;
import com.lowagie.text.DocumentException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;
import org.xhtmlrenderer.css.style.derived.RectPropertySet;
import org.xhtmlrenderer.layout.LayoutContext;
import org.xhtmlrenderer.pdf.ITextFontContext;
import org.xhtmlrenderer.pdf.ITextOutputDevice;
import org.xhtmlrenderer.pdf.ITextRenderer;
import org.xhtmlrenderer.pdf.ITextReplacedElementFactory;
import org.xhtmlrenderer.pdf.PagePosition;
import org.xhtmlrenderer.util.XRRuntimeException;

/**
 * The pages of a document's words, and where its fields stand. The same manuscript gives the same bytes. Immutable.
 */
public final class Rendering {

    private static final String FIELD = "field.";
    private static final Pattern FIELD_ID = Pattern.compile("^field\\..+");

    private final byte[] pdf;
    private final List<Placement> placements;
    private final int pages;

    private Rendering(byte[] pdf, List<Placement> placements, int pages) {
        this.pdf = pdf;
        this.placements = placements;
        this.pages = pages;
    }

    /**
     * Lays the words out.
     *
     * @throws app.countersign.kernel.Refused when the XHTML is not well-formed, or a letter is in none of our faces
     */
    public static Rendering of(Manuscript manuscript) {
        Document words = Words.of(manuscript);
        ITextRenderer renderer = renderer(manuscript.files());
        try {
            renderer.setDocument(words, null, new OwnLayout());
            renderer.layout();
            ByteArrayOutputStream pages = new ByteArrayOutputStream();
            renderer.createPDF(pages);
            return settled(pages.toByteArray(), placements(renderer));
        } catch (XRRuntimeException | DocumentException e) {
            throw refused(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stopped the layout engine may have been our own refusal, wrapped. */
    private static Refused refused(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return refused;
            }
        }
        return Refused.because("document.rendering.failed", String.valueOf(e.getMessage()));
    }

    private static ITextRenderer renderer(TemplateFiles files) {
        ITextOutputDevice device = new ITextOutputDevice(ITextRenderer.DEFAULT_DOTS_PER_POINT);
        return new ITextRenderer(
                ITextRenderer.DEFAULT_DOTS_PER_POINT,
                ITextRenderer.DEFAULT_DOTS_PER_PIXEL,
                device,
                new OwnFiles(device, files),
                new OwnFaces(),
                new ITextReplacedElementFactory(device),
                new LetterCheck());
    }

    private static List<Placement> placements(ITextRenderer renderer) {
        return renderer.findPagePositionsByID(FIELD_ID).stream()
                .map(position -> placement(position, margin(renderer, position.getId())))
                .sorted(Comparator.comparingInt(Placement::page)
                        .thenComparing(Comparator.comparingDouble(Placement::y).reversed())
                        .thenComparingDouble(Placement::x))
                .toList();
    }

    /** The engine's positions include the margins, in its own small dots. */
    private static RectPropertySet margin(ITextRenderer renderer, String id) {
        LayoutContext context = renderer.getSharedContext().newLayoutContextInstance(new ITextFontContext());
        return renderer.getSharedContext().getBoxById(id).getMargin(context);
    }

    private static Placement placement(PagePosition position, RectPropertySet margin) {
        float dots = ITextRenderer.DEFAULT_DOTS_PER_POINT;
        return new Placement(
                position.getId().substring(FIELD.length()),
                position.getPageNo() + 1,
                position.getX() + margin.left() / dots,
                position.getY() + margin.bottom() / dots,
                position.getWidth() - margin.width() / dots,
                position.getHeight() - margin.height() / dots);
    }

    /** Takes away what would differ from one run to the next: dates, the file's identifier, random font prefixes. */
    private static Rendering settled(byte[] rendered, List<Placement> placements) throws IOException {
        try (PDDocument document = Loader.loadPDF(rendered)) {
            EmbeddedFonts.settle(document);
            document.getDocument().getTrailer().setItem("Info", new COSDictionary());
            Archival.identify(document, "rendering");
            int pages = document.getNumberOfPages();
            return new Rendering(Archival.saved(document), placements, pages);
        }
    }

    /** The bare pages, without metadata: a stage on the way to a {@link Form}. */
    public byte[] pdf() {
        return pdf.clone();
    }

    /** In reading order. */
    public List<Placement> placements() {
        return placements;
    }

    public int pages() {
        return pages;
    }
}
