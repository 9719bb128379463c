package app.countersign.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationSquare;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;

/** Alters files the way people who want a better contract might. */
final class Forger {

    private Forger() {}

    /** One alteration. */
    interface Trick {
        void on(PDDocument document) throws IOException;
    }

    /** Saved as a further revision: all the original's bytes, its signature too, are still there. */
    static byte[] continued(byte[] pdf, Trick trick) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            trick.on(document);
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            ByteArrayOutputStream result = new ByteArrayOutputStream();
            document.saveIncremental(result);
            return result.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] rewritten(byte[] pdf, Trick trick) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            trick.on(document);
            ByteArrayOutputStream result = new ByteArrayOutputStream();
            document.save(result);
            return result.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts other letters in the place of a text on page 1, in its own font. */
    static void edit(PDDocument document, String before, String after) throws IOException {
        PDPage page = document.getPage(0);
        List<Object> edited = new ArrayList<>();
        PDFont font = null;
        for (Object token : new PDFStreamParser(page).parse()) {
            if (token instanceof Operator operator && operator.getName().equals("Tf")) {
                font = page.getResources().getFont((COSName) edited.get(edited.size() - 2));
            }
            edited.add(token instanceof COSString string && font != null ? edit(string, font, before, after) : token);
        }
        PDStream stream = new PDStream(document);
        try (var output = stream.createOutputStream(COSName.FLATE_DECODE)) {
            new ContentStreamWriter(output).writeTokens(edited);
        }
        page.setContents(stream);
        page.getCOSObject().setNeedToBeUpdated(true);
    }

    private static COSBase edit(COSString string, PDFont font, String before, String after) {
        try {
            String text = new String(string.getBytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
            String from = new String(font.encode(before), java.nio.charset.StandardCharsets.ISO_8859_1);
            String to = new String(font.encode(after), java.nio.charset.StandardCharsets.ISO_8859_1);
            return new COSString(text.replace(from, to).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        } catch (IOException | IllegalArgumentException e) {
            return string;
        }
    }

    /** A white rectangle with black words would look like paper: the rectangle alone is enough here. */
    static void stamp(PDDocument document) throws IOException {
        PDPage page = document.getPage(0);
        PDAnnotationSquare stamp = new PDAnnotationSquare();
        stamp.setRectangle(new PDRectangle(60, 500, 300, 20));
        stamp.setInteriorColor(new PDColor(new float[] {1, 1, 1}, PDDeviceRGB.INSTANCE));
        stamp.constructAppearances(document);
        List<PDAnnotation> annotations = page.getAnnotations();
        annotations.add(stamp);
        page.setAnnotations(annotations);
        page.getCOSObject().setNeedToBeUpdated(true);
    }

    static void paintOver(PDDocument document) throws IOException {
        PDPage page = document.getPage(0);
        try (PDPageContentStream stream = new PDPageContentStream(document, page, AppendMode.APPEND, true)) {
            stream.setNonStrokingColor(1f);
            stream.addRect(60, 500, 300, 20);
            stream.fill();
        }
        page.getCOSObject().setNeedToBeUpdated(true);
    }

    static void enlargeField(PDDocument document) throws IOException {
        PDField field = document.getDocumentCatalog().getAcroForm().getField("contract.number");
        var widget = field.getWidgets().get(0);
        PDRectangle place = widget.getRectangle();
        widget.setRectangle(new PDRectangle(place.getLowerLeftX(), 300, 300, 400));
        widget.getCOSObject().setNeedToBeUpdated(true);
    }

    static void addScript(PDDocument document) {
        document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('hello')"));
    }

    static void addPage(PDDocument document) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
            stream.beginText();
            stream.setFont(Face.SANS.embedUsed(document), 12);
            stream.newLineAtOffset(50, 700);
            stream.showText("Zusatz: alles gratis");
            stream.endText();
        }
        document.getPages().insertBefore(page, document.getPage(1));
    }

    static void swapPages(PDDocument document) {
        PDPage first = document.getPage(0);
        document.removePage(0);
        document.addPage(first);
    }

    static void swapAttachment(PDDocument document) throws IOException {
        COSArray files = document.getDocumentCatalog().getCOSObject().getCOSArray(COSName.getPDFName("AF"));
        var embedded = ((org.apache.pdfbox.cos.COSDictionary) files.getObject(0)).getCOSDictionary(COSName.EF);
        var content = embedded.getCOSStream(COSName.F);
        try (var output = content.createOutputStream(COSName.FLATE_DECODE)) {
            output.write("{\"number\": \"CS-9999\"}".getBytes());
        }
        content.setNeedToBeUpdated(true);
    }
}
