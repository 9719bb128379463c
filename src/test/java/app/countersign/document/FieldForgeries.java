package app.countersign.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/** What is done to the fields themselves. */
final class FieldForgeries {

    private FieldForgeries() {}

    static List<Forgery> all() {
        return List.of(
                Forgery.unseen("field enlarged", FieldForgeries::enlarged),
                Forgery.unseen("field moved", FieldForgeries::moved),
                Forgery.unseen("field renamed", FieldForgeries::renamed),
                Forgery.unseen("field added over words", FieldForgeries::added),
                Forgery.unseen("field removed", FieldForgeries::removed),
                Forgery.unseen("second widget of a field", FieldForgeries::doubled),
                Forgery.unseen("widget outside the form", FieldForgeries::loose),
                Forgery.seen("fixed field filled in", FieldForgeries::fixedFilled),
                Forgery.unseen("field made writable", FieldForgeries::writable),
                Forgery.unseen("field hidden", FieldForgeries::hidden),
                Forgery.seen("appearance other than value", FieldForgeries::otherAppearance),
                Forgery.seen("appearance with white and black words", FieldForgeries::whiteWords),
                Forgery.seen("appearance with lying font", FieldForgeries::lyingFont),
                Forgery.seen("appearance painted", FieldForgeries::paintedAppearance),
                Forgery.unseen("appearance clipped away", FieldForgeries::clipped),
                Forgery.unseen("appearance with a larger box", FieldForgeries::largerBox),
                Forgery.unseen("appearance under the mouse", FieldForgeries::rollover),
                Forgery.unseen("rich text beside the value", FieldForgeries::richText),
                Forgery.unseen("font of the fields exchanged", FieldForgeries::fontExchanged),
                Forgery.unseen("signature field over words", FieldForgeries::signature),
                Forgery.unseen("field with a script", FieldForgeries::scripted),
                Forgery.unseen("button added", FieldForgeries::button));
    }

    private static PDAcroForm form(PDDocument document) {
        return document.getDocumentCatalog().getAcroForm(null);
    }

    private static PDTextField any(PDDocument document, Random chance, boolean fixed) {
        List<PDTextField> fields = new ArrayList<>();
        for (PDField field : form(document).getFieldTree()) {
            if (field instanceof PDTextField text && field.isReadOnly() == fixed) {
                fields.add(text);
            }
        }
        return fields.get(chance.nextInt(fields.size()));
    }

    private static PDAnnotationWidget widget(PDTextField field) {
        return field.getWidgets().get(0);
    }

    private static int page(PDDocument document, PDTextField field) {
        return 1 + document.getPages().indexOf(widget(field).getPage());
    }

    private static PDTextField either(PDDocument document, Random chance) {
        return any(document, chance, chance.nextInt(3) == 0);
    }

    private static int enlarged(PDDocument document, Random chance) {
        PDAnnotationWidget widget = widget(either(document, chance));
        PDRectangle r = widget.getRectangle();
        float more = 0.2f + chance.nextInt(200);
        widget.setRectangle(new PDRectangle(r.getLowerLeftX(), r.getLowerLeftY(), r.getWidth(), r.getHeight() + more));
        return 0;
    }

    private static int moved(PDDocument document, Random chance) {
        PDAnnotationWidget widget = widget(either(document, chance));
        PDRectangle r = widget.getRectangle();
        float by = 0.2f + chance.nextInt(100);
        widget.setRectangle(
                new PDRectangle(r.getLowerLeftX() - by, r.getLowerLeftY() + by, r.getWidth(), r.getHeight()));
        return 0;
    }

    private static int renamed(PDDocument document, Random chance) {
        PDTextField field = either(document, chance);
        field.getCOSObject().setString(COSName.T, "other" + chance.nextInt(100));
        return 0;
    }

    private static int added(PDDocument document, Random chance) throws IOException {
        PDTextField field = new PDTextField(form(document));
        field.setPartialName("extra" + chance.nextInt(1000));
        field.getCOSObject().setString(COSName.V, "Rabatt 50 %");
        PDAnnotationWidget widget = field.getWidgets().get(0);
        place(document, widget, chance);
        form(document).getFields().add(field);
        return 0;
    }

    private static void place(PDDocument document, PDAnnotationWidget widget, Random chance) throws IOException {
        PDPage page = document.getPage(chance.nextInt(document.getNumberOfPages()));
        widget.setRectangle(
                new PDRectangle(80 + chance.nextInt(100), 300 + chance.nextInt(300), 100 + chance.nextInt(100), 20));
        widget.setPage(page);
        widget.setPrinted(true);
        List<PDAnnotation> annotations = page.getAnnotations();
        annotations.add(widget);
        page.setAnnotations(annotations);
    }

    private static int removed(PDDocument document, Random chance) throws IOException {
        PDTextField field = either(document, chance);
        PDAnnotationWidget widget = widget(field);
        List<PDAnnotation> rest = new ArrayList<>(widget.getPage().getAnnotations());
        rest.removeIf(annotation -> annotation.getCOSObject() == widget.getCOSObject());
        widget.getPage().setAnnotations(rest);
        if (chance.nextBoolean()) {
            COSDictionary parent = field.getCOSObject().getCOSDictionary(COSName.PARENT);
            COSArray kids = parent.getCOSArray(COSName.KIDS);
            kids.removeObject(field.getCOSObject());
        }
        return 0;
    }

    private static int doubled(PDDocument document, Random chance) throws IOException {
        PDTextField field = either(document, chance);
        PDAnnotationWidget copy = new PDAnnotationWidget(new COSDictionary(field.getCOSObject()));
        place(document, copy, chance);
        return 0;
    }

    private static int loose(PDDocument document, Random chance) throws IOException {
        PDTextField field = any(document, chance, false);
        PDAnnotationWidget widget = widget(field);
        COSDictionary copy = new COSDictionary(field.getCOSObject());
        copy.setString(COSName.V, "Other " + chance.nextInt(100));
        List<PDAnnotation> rest = new ArrayList<>();
        for (PDAnnotation annotation : widget.getPage().getAnnotations()) {
            rest.add(annotation.getCOSObject() == widget.getCOSObject() ? new PDAnnotationWidget(copy) : annotation);
        }
        widget.getPage().setAnnotations(rest);
        return 0;
    }

    private static int fixedFilled(PDDocument document, Random chance) throws IOException {
        PDTextField field = any(document, chance, true);
        field.setValue("OKO-1999-" + chance.nextInt(1000));
        return page(document, field);
    }

    private static int writable(PDDocument document, Random chance) {
        PDTextField field = any(document, chance, true);
        field.getCOSObject().setInt(COSName.FF, chance.nextBoolean() ? 0 : 1 << 13);
        return 0;
    }

    private static int hidden(PDDocument document, Random chance) {
        PDTextField field = either(document, chance);
        widget(field).getCOSObject().setInt(COSName.F, new int[] {2, 6, 32, 34}[chance.nextInt(4)]);
        return 0;
    }

    /** Draws the field anew. */
    private interface Drawing {
        String of(PDRectangle box, COSDictionary fonts) throws IOException;
    }

    private static int drawn(PDDocument document, Random chance, String value, Drawing drawing) throws IOException {
        PDTextField field = any(document, chance, false);
        field.getCOSObject().setString(COSName.V, value);
        PDAnnotationWidget widget = widget(field);
        PDRectangle box = new PDRectangle(
                widget.getRectangle().getWidth(), widget.getRectangle().getHeight());
        PDAppearanceStream appearance = new PDAppearanceStream(document);
        appearance.setBBox(box);
        PDResources resources = new PDResources();
        resources.put(COSName.getPDFName("He"), new PDType1Font(Standard14Fonts.FontName.HELVETICA));
        appearance.setResources(resources);
        String content = drawing.of(box, resources.getCOSObject().getCOSDictionary(COSName.FONT));
        try (var output = appearance.getCOSObject().createOutputStream(COSName.FLATE_DECODE)) {
            output.write(content.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        }
        PDAppearanceDictionary appearances = new PDAppearanceDictionary();
        appearances.setNormalAppearance(appearance);
        widget.setAppearance(appearances);
        return page(document, field);
    }

    private static String words(String font, String words) {
        return "/Tx BMC q BT /" + font + " 9 Tf 0 g 2 5 Td (" + words + ") Tj ET Q EMC";
    }

    private static int otherAppearance(PDDocument document, Random chance) throws IOException {
        String shown = List.of("Andere GmbH", "Muster A", "Muster AG unter Vorbehalt", "12.12.1999")
                .get(chance.nextInt(4));
        return drawn(document, chance, "Muster AG " + chance.nextInt(9), (box, fonts) -> words("He", shown));
    }

    private static int whiteWords(PDDocument document, Random chance) throws IOException {
        String white = chance.nextBoolean() ? "1 g" : "3 Tr";
        return drawn(
                document,
                chance,
                "Muster AG",
                (box, fonts) -> "BT /He 9 Tf " + white + " 2 5 Td (Muster AG) Tj 0 Tr 0 g " + (10 + chance.nextInt(20))
                        + " 0 Td (!) Tj ET 0.2 g 60 4 40 5 re f");
    }

    private static int lyingFont(PDDocument document, Random chance) throws IOException {
        boolean byEncoding = chance.nextBoolean();
        return drawn(document, chance, "Muster AG", (box, fonts) -> {
            COSDictionary font = fonts.getCOSDictionary(COSName.getPDFName("He"));
            font.setItem(COSName.TO_UNICODE, unicode(document));
            if (byEncoding) {
                font.setName(COSName.ENCODING, "WinAnsiEncoding");
            }
            return words("He", "Nustfs BH");
        });
    }

    /** Says that each letter is the next one or the one before, as it pleases. */
    private static COSStream unicode(PDDocument document) throws IOException {
        COSStream map = document.getDocument().createCOSStream();
        String pairs = "<4e> <004d>\n<66> <0065>\n<73> <0072>\n<42> <0041>\n<48> <0047>\n";
        String rest = "<75> <0075>\n<74> <0074>\n<20> <0020>\n";
        try (var output = map.createOutputStream(COSName.FLATE_DECODE)) {
            output.write(("/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
                            + "1 begincodespacerange <00> <ff> endcodespacerange\n8 beginbfchar\n" + pairs
                            + "<73> <0073>\n" + rest + "endbfchar\nendcmap end end")
                    .getBytes());
        }
        return map;
    }

    private static int paintedAppearance(PDDocument document, Random chance) throws IOException {
        int wide = 10 + chance.nextInt(50);
        return drawn(
                document,
                chance,
                "Muster AG",
                (box, fonts) -> words("He", "Muster AG") + " 0 g 4 7 " + wide + " 1 re f 40 2 m 60 12 l S");
    }

    private static int clipped(PDDocument document, Random chance) throws IOException {
        int wide = 5 + chance.nextInt(15);
        return drawn(
                document,
                chance,
                "Muster Handels und Beteiligungs AG",
                (box, fonts) ->
                        "q 0 0 " + wide + " 20 re W n " + words("He", "Muster Handels und Beteiligungs AG") + " Q");
    }

    private static int largerBox(PDDocument document, Random chance) throws IOException {
        float more = 5 + chance.nextInt(100);
        int page = drawn(document, chance, "Muster AG", (box, fonts) -> words("He", "Muster AG"));
        for (PDField field : form(document).getFieldTree()) {
            if ("Muster AG".equals(field.getCOSObject().getString(COSName.V))) {
                PDAppearanceStream appearance = field.getWidgets()
                        .get(0)
                        .getAppearance()
                        .getNormalAppearance()
                        .getAppearanceStream();
                PDRectangle box = appearance.getBBox();
                appearance.setBBox(new PDRectangle(box.getWidth() + more, box.getHeight()));
                if (chance.nextBoolean()) {
                    appearance.setMatrix(java.awt.geom.AffineTransform.getScaleInstance(0.5, 0.5));
                }
            }
        }
        return page;
    }

    private static int rollover(PDDocument document, Random chance) throws IOException {
        int page = drawn(document, chance, "Muster AG", (box, fonts) -> words("He", "Muster AG"));
        for (PDField field : form(document).getFieldTree()) {
            if ("Muster AG".equals(field.getCOSObject().getString(COSName.V))) {
                COSDictionary appearances =
                        field.getWidgets().get(0).getCOSObject().getCOSDictionary(COSName.AP);
                COSStream other = document.getDocument().createCOSStream();
                other.setItem(COSName.BBOX, appearances.getCOSStream(COSName.N).getItem(COSName.BBOX));
                try (var output = other.createOutputStream()) {
                    output.write(("0." + chance.nextInt(9) + " g 0 0 50 10 re f").getBytes());
                }
                appearances.setItem(chance.nextBoolean() ? COSName.R : COSName.D, other);
            }
        }
        return page;
    }

    private static int richText(PDDocument document, Random chance) {
        PDTextField field = any(document, chance, false);
        field.getCOSObject().setString(COSName.RV, "<body><p>Andere AG " + chance.nextInt(100) + "</p></body>");
        return 0;
    }

    private static int fontExchanged(PDDocument document, Random chance) {
        COSDictionary fonts =
                form(document).getDefaultResources().getCOSObject().getCOSDictionary(COSName.FONT);
        fonts.setItem(
                COSName.getPDFName("CsSans"), new PDType1Font(Standard14Fonts.FontName.ZAPF_DINGBATS).getCOSObject());
        form(document).setNeedAppearances(chance.nextBoolean());
        return 0;
    }

    private static int signature(PDDocument document, Random chance) throws IOException {
        PDSignatureField field = new PDSignatureField(form(document));
        field.setPartialName("sig" + chance.nextInt(100));
        PDAnnotationWidget widget = field.getWidgets().get(0);
        place(document, widget, chance);
        form(document).getFields().add(field);
        return 0;
    }

    private static int scripted(PDDocument document, Random chance) {
        PDTextField field = either(document, chance);
        COSDictionary action = new COSDictionary();
        action.setName(COSName.S, "JavaScript");
        action.setString(COSName.JS, "event.value = '" + chance.nextInt() + "'");
        COSDictionary actions = new COSDictionary();
        actions.setItem(chance.nextBoolean() ? "F" : "C", action);
        COSDictionary target = chance.nextBoolean()
                ? field.getCOSObject()
                : field.getCOSObject().getCOSDictionary(COSName.PARENT);
        target.setItem(COSName.AA, actions);
        return 0;
    }

    private static int button(PDDocument document, Random chance) throws IOException {
        COSDictionary button = new COSDictionary();
        button.setItem(COSName.TYPE, COSName.ANNOT);
        button.setItem(COSName.SUBTYPE, COSName.WIDGET);
        button.setItem(COSName.FT, COSName.BTN);
        button.setString(COSName.T, "send" + chance.nextInt(10));
        button.setInt(COSName.FF, 1 << 16);
        COSDictionary action = new COSDictionary();
        action.setName(COSName.S, chance.nextBoolean() ? "SubmitForm" : "ResetForm");
        action.setString(COSName.F, "https://example.org/");
        button.setItem(COSName.A, action);
        place(document, new PDAnnotationWidget(button), chance);
        form(document).getCOSObject().getCOSArray(COSName.FIELDS).add(button);
        return 0;
    }
}
