package app.countersign.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** What customers make of the form that they got. */
public final class FilledForm {

    private final byte[] issued;

    public FilledForm(byte[] issued) {
        this.issued = issued;
    }

    public static Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("controller.company", "Käserei Őry & Söhne AG");
        values.put("controller.address", "Dorfstrasse 5\n3550 Langnau");
        values.put("controller.person", "Erika Őry");
        values.put("controller.position", "Geschäftsführerin");
        values.put("controller.place", "Langnau");
        values.put("controller.date", Agreements.today().toString());
        return values;
    }

    /** Something that is done to an open document. */
    private interface Deed {
        void on(PDDocument document) throws IOException;
    }

    /** Filled in as asked for, and saved as viewers do. */
    public byte[] honest() {
        return done(document -> fill(document, values()), true);
    }

    /** Other files by each call, with the same in them. */
    public byte[] honest(Map<String, String> other) {
        Map<String, String> all = values();
        all.putAll(other);
        return done(document -> fill(document, all), true);
    }

    /** Filled in, and with a sentence added on that page. */
    public byte[] altered(int page) {
        return done(
                document -> {
                    fill(document, values());
                    write(document, page);
                },
                false);
    }

    private static void write(PDDocument document, int page) throws IOException {
        PDPage sheet = document.getPage(page - 1);
        try (PDPageContentStream stream =
                new PDPageContentStream(document, sheet, PDPageContentStream.AppendMode.APPEND, true, true)) {
            stream.beginText();
            stream.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 9);
            stream.newLineAtOffset(80, 60);
            stream.showText("Der Auftragnehmer haftet unbeschraenkt.");
            stream.endText();
        }
    }

    /** Filled in, printed, and scanned. */
    public byte[] scanned() {
        try (PDDocument from = Loader.loadPDF(honest());
                PDDocument to = new PDDocument()) {
            PDFRenderer renderer = new PDFRenderer(from);
            for (int i = 0; i < from.getNumberOfPages(); i++) {
                PDPage page = new PDPage(PDRectangle.A4);
                to.addPage(page);
                try (PDPageContentStream stream = new PDPageContentStream(to, page)) {
                    stream.drawImage(
                            JPEGFactory.createFromImage(to, renderer.renderImageWithDPI(i, 150, ImageType.GRAY), 0.6f),
                            0,
                            0,
                            page.getMediaBox().getWidth(),
                            page.getMediaBox().getHeight());
                }
            }
            return saved(to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Filled in, and signed with a certificate of the customer's own, which names that person. */
    public byte[] signed(String person) {
        return CustomersKey.named(person).sign(honest());
    }

    public byte[] locked() {
        return done(
                document -> document.protect(new StandardProtectionPolicy("owner", "secret", new AccessPermission())),
                false);
    }

    private byte[] done(Deed deed, boolean incrementally) {
        try (PDDocument document = Loader.loadPDF(issued)) {
            deed.on(document);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            if (incrementally) {
                document.saveIncremental(bytes);
            } else {
                document.save(bytes);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    private static void fill(PDDocument document, Map<String, String> values) throws IOException {
        PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
        for (Map.Entry<String, String> value : values.entrySet()) {
            PDField field = form.getField(value.getKey());
            field.setValue(value.getValue());
            field.getCOSObject().setNeedToBeUpdated(true);
            field.getWidgets()
                    .get(0)
                    .getAppearance()
                    .getNormalAppearance()
                    .getCOSObject()
                    .setNeedToBeUpdated(true);
            COSBase kids = field.getCOSObject().getDictionaryObject("Kids");
            if (kids instanceof COSArray array) {
                array.setNeedToBeUpdated(true);
            }
        }
    }
}
