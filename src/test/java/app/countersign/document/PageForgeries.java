package app.countersign.document;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFreeText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationHighlight;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationInk;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationSquare;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;

/** What is laid over pages, drawn on them, or done to them as a whole. */
final class PageForgeries {

    private PageForgeries() {}

    static List<Forgery> all() {
        return List.of(
                Forgery.seen("white stamp over words", PageForgeries::stamp),
                Forgery.seen("square over words", PageForgeries::square),
                Forgery.seen("ink over words", PageForgeries::ink),
                Forgery.seen("highlight over words", PageForgeries::highlight),
                Forgery.unseen("free text annotation", PageForgeries::freeText),
                Forgery.unseen("link over words", PageForgeries::link),
                Forgery.seen("painted over in white", PageForgeries::painted),
                Forgery.seen("words written on the page", PageForgeries::written),
                Forgery.seen("image over words", PageForgeries::image),
                Forgery.unseen("invisible words", PageForgeries::invisible),
                Forgery.seen("hidden layer", PageForgeries::layered),
                Forgery.unseen("page added", PageForgeries::added),
                Forgery.unseen("page removed", PageForgeries::removed),
                Forgery.unseen("pages reordered", PageForgeries::reordered),
                Forgery.unseen("page repeated", PageForgeries::repeated),
                Forgery.unseen("page rotated", PageForgeries::rotated),
                Forgery.unseen("page cropped", PageForgeries::cropped),
                Forgery.unseen("page scaled", PageForgeries::scaled),
                Forgery.unseen("page replaced by its picture", PageForgeries::pictured));
    }

    private static int any(PDDocument document, Random chance) {
        return 1 + chance.nextInt(document.getNumberOfPages());
    }

    /** Somewhere in the middle, where words are. */
    private static PDRectangle place(Random chance) {
        return new PDRectangle(
                80 + chance.nextInt(120),
                300 + chance.nextInt(350),
                120 + chance.nextInt(200),
                16 + chance.nextInt(60));
    }

    private static void add(PDPage page, PDAnnotation annotation) throws IOException {
        List<PDAnnotation> annotations = page.getAnnotations();
        annotations.add(annotation);
        page.setAnnotations(annotations);
    }

    private static PDColor colour(Random chance) {
        return new PDColor(
                new float[] {chance.nextFloat() / 2, chance.nextFloat() / 2, chance.nextFloat() / 2},
                PDDeviceRGB.INSTANCE);
    }

    private static int stamp(PDDocument document, Random chance) throws IOException {
        int number = any(document, chance);
        PDRectangle place = place(chance);
        PDAppearanceStream appearance = new PDAppearanceStream(document);
        appearance.setBBox(new PDRectangle(place.getWidth(), place.getHeight()));
        try (PDPageContentStream stream = new PDPageContentStream(document, appearance)) {
            stream.setNonStrokingColor(chance.nextBoolean() ? 1f : 0.2f);
            stream.addRect(0, 0, place.getWidth(), place.getHeight());
            stream.fill();
            stream.setNonStrokingColor(0.4f);
            stream.addRect(2, 2, 20, 3);
            stream.fill();
        }
        PDAppearanceDictionary appearances = new PDAppearanceDictionary();
        appearances.setNormalAppearance(appearance);
        PDAnnotationRubberStamp stamp = new PDAnnotationRubberStamp();
        stamp.setRectangle(place);
        stamp.setAppearance(appearances);
        stamp.setPrinted(true);
        add(document.getPage(number - 1), stamp);
        return number;
    }

    private static int square(PDDocument document, Random chance) throws IOException {
        int number = any(document, chance);
        PDAnnotationSquare square = new PDAnnotationSquare();
        square.setRectangle(place(chance));
        square.setInteriorColor(colour(chance));
        square.setColor(colour(chance));
        square.constructAppearances(document);
        add(document.getPage(number - 1), square);
        return number;
    }

    private static int ink(PDDocument document, Random chance) throws IOException {
        int number = any(document, chance);
        PDRectangle place = place(chance);
        PDAnnotationInk ink = new PDAnnotationInk();
        ink.setRectangle(place);
        ink.setColor(colour(chance));
        float middle = place.getLowerLeftY() + place.getHeight() / 2;
        ink.setInkList(new float[][] {{place.getLowerLeftX(), middle, place.getUpperRightX(), middle + 1}});
        ink.constructAppearances(document);
        add(document.getPage(number - 1), ink);
        return number;
    }

    private static int highlight(PDDocument document, Random chance) throws IOException {
        int number = any(document, chance);
        PDRectangle p = place(chance);
        PDAnnotationHighlight highlight = new PDAnnotationHighlight();
        highlight.setRectangle(p);
        highlight.setColor(colour(chance));
        highlight.setQuadPoints(new float[] {
            p.getLowerLeftX(), p.getUpperRightY(), p.getUpperRightX(), p.getUpperRightY(),
            p.getLowerLeftX(), p.getLowerLeftY(), p.getUpperRightX(), p.getLowerLeftY()
        });
        highlight.constructAppearances(document);
        add(document.getPage(number - 1), highlight);
        return number;
    }

    private static int freeText(PDDocument document, Random chance) throws IOException {
        int number = any(document, chance);
        PDAnnotationFreeText text = new PDAnnotationFreeText();
        text.setRectangle(place(chance));
        text.setContents("gilt nur " + chance.nextInt(30) + " Tage");
        text.setDefaultAppearance("/Helv 10 Tf 0 g");
        add(document.getPage(number - 1), text);
        return number;
    }

    private static int link(PDDocument document, Random chance) throws IOException {
        int number = any(document, chance);
        PDAnnotationLink link = new PDAnnotationLink();
        link.setRectangle(place(chance));
        PDActionURI action = new PDActionURI();
        action.setURI("https://example.org/" + chance.nextInt());
        link.setAction(action);
        add(document.getPage(number - 1), link);
        return number;
    }

    private static int painted(PDDocument document, Random chance) throws IOException {
        int number = any(document, chance);
        PDRectangle place = place(chance);
        try (PDPageContentStream stream = on(document, number)) {
            stream.setNonStrokingColor(1f);
            stream.addRect(place.getLowerLeftX(), place.getLowerLeftY(), place.getWidth(), place.getHeight());
            stream.fill();
            stream.setNonStrokingColor(0.5f);
            stream.addRect(place.getLowerLeftX(), place.getLowerLeftY(), 30, 2);
            stream.fill();
        }
        return number;
    }

    private static PDPageContentStream on(PDDocument document, int number) throws IOException {
        return new PDPageContentStream(document, document.getPage(number - 1), AppendMode.APPEND, true, true);
    }

    private static int written(PDDocument document, Random chance) throws IOException {
        int number = any(document, chance);
        try (PDPageContentStream stream = on(document, number)) {
            stream.beginText();
            stream.setFont(Fields.font(document), 8 + chance.nextInt(6));
            stream.newLineAtOffset(80 + chance.nextInt(80), 300 + chance.nextInt(300));
            stream.showText("Haftung " + chance.nextInt(100) + " %");
            stream.endText();
        }
        return number;
    }

    private static int invisible(PDDocument document, Random chance) throws IOException {
        int number = any(document, chance);
        try (PDPageContentStream stream = on(document, number)) {
            stream.beginText();
            stream.setRenderingMode(org.apache.pdfbox.pdmodel.graphics.state.RenderingMode.NEITHER);
            stream.setFont(Fields.font(document), 9);
            stream.newLineAtOffset(80, 300 + chance.nextInt(300));
            stream.showText("Nebenabrede " + chance.nextInt(100));
            stream.endText();
        }
        return number;
    }

    private static int image(PDDocument document, Random chance) throws IOException {
        int number = any(document, chance);
        BufferedImage picture = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64; i++) {
            picture.setRGB(i % 8, i / 8, chance.nextInt(0xffffff));
        }
        PDRectangle place = place(chance);
        try (PDPageContentStream stream = on(document, number)) {
            stream.drawImage(
                    LosslessFactory.createFromImage(document, picture),
                    place.getLowerLeftX(),
                    place.getLowerLeftY(),
                    place.getWidth(),
                    place.getHeight());
        }
        return number;
    }

    private static int layered(PDDocument document, Random chance) throws IOException {
        int number = any(document, chance);
        PDPage page = document.getPage(number - 1);
        PDOptionalContentGroup layer = new PDOptionalContentGroup("Layer " + chance.nextInt());
        PDOptionalContentProperties layers = new PDOptionalContentProperties();
        layers.addGroup(layer);
        layers.setGroupEnabled(layer, false);
        document.getDocumentCatalog().setOCProperties(layers);
        COSName name = page.getResources().add(layer);
        byte[] content;
        try (var input = page.getContents()) {
            content = input.readAllBytes();
        }
        var stream = new org.apache.pdfbox.pdmodel.common.PDStream(document);
        try (var output = stream.createOutputStream(COSName.FLATE_DECODE)) {
            output.write(("/OC /" + name.getName() + " BDC\n").getBytes());
            output.write(content);
            output.write("\nEMC\n".getBytes());
        }
        page.setContents(stream);
        return number;
    }

    private static int added(PDDocument document, Random chance) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
            stream.addRect(50 + chance.nextInt(200), 700, 100, 3);
            stream.fill();
        }
        int at = chance.nextInt(document.getNumberOfPages());
        document.getPages().insertBefore(page, document.getPage(at));
        return 0;
    }

    private static int removed(PDDocument document, Random chance) {
        document.removePage(chance.nextInt(document.getNumberOfPages()));
        return 0;
    }

    private static int reordered(PDDocument document, Random chance) {
        int from = chance.nextInt(document.getNumberOfPages() - 1);
        PDPage page = document.getPage(from);
        document.removePage(from);
        document.addPage(page);
        return 0;
    }

    private static int repeated(PDDocument document, Random chance) {
        PDPage page = document.getPage(chance.nextInt(document.getNumberOfPages()));
        document.addPage(new PDPage(new COSDictionary(page.getCOSObject())));
        return 0;
    }

    private static int rotated(PDDocument document, Random chance) {
        int number = any(document, chance);
        document.getPage(number - 1).setRotation(90 * (1 + chance.nextInt(3)));
        return 0;
    }

    private static int cropped(PDDocument document, Random chance) {
        int number = any(document, chance);
        document.getPage(number - 1)
                .setCropBox(new PDRectangle(0, 100 + chance.nextInt(300), 595, 842 - 100 - chance.nextInt(100)));
        return 0;
    }

    private static int scaled(PDDocument document, Random chance) {
        PDPage page = document.getPage(any(document, chance) - 1);
        if (chance.nextBoolean()) {
            page.setUserUnit(2 + chance.nextInt(3));
        } else {
            PDRectangle box = page.getMediaBox();
            page.setMediaBox(new PDRectangle(box.getWidth() + 5 + chance.nextInt(200), box.getHeight()));
        }
        return 0;
    }

    private static int pictured(PDDocument document, Random chance) throws IOException {
        int number = any(document, chance);
        PDPage page = document.getPage(number - 1);
        BufferedImage picture = new BufferedImage(600, 850, BufferedImage.TYPE_BYTE_GRAY);
        picture.createGraphics().fillRect(0, 0, 600, 850);
        picture.setRGB(chance.nextInt(600), chance.nextInt(850), 0);
        PDXObject image = LosslessFactory.createFromImage(document, picture);
        page.setResources(new org.apache.pdfbox.pdmodel.PDResources());
        COSName name = page.getResources().add((org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject) image);
        var stream = new org.apache.pdfbox.pdmodel.common.PDStream(document);
        try (var output = stream.createOutputStream(COSName.FLATE_DECODE)) {
            output.write(("q 595 0 0 842 0 0 cm /" + name.getName() + " Do Q").getBytes());
        }
        page.setContents(stream);
        if (chance.nextBoolean()) {
            page.getCOSObject().setItem(COSName.ANNOTS, new COSArray());
        }
        return 0;
    }
}
