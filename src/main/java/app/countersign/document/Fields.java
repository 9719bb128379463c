package app.countersign.document;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/**
 * The fields that a viewer lets people fill in (ISO 32000-1, 12.7). Their appearances are ours, set as the completed
 * document sets them; what a viewer writes later it sets by itself, at the size that fits.
 */
final class Fields {

    private static final COSName FONT = COSName.getPDFName("CsSans");
    /**
     * Of a fixed size: with 0, "as fits", viewers fill the height of the field, each in its own way.
     */
    private static final String APPEARANCE = "/CsSans %s Tf 0 g";

    /** From here on a field takes several lines, so that a long name can be typed in a viewer too. */
    private static final float TALL = 20;

    private Fields() {}

    static void add(PDDocument document, List<Placement> placements, Map<String, String> tooltips) throws IOException {
        PDFont font = Face.SANS.embedWhole(document);
        PDResources resources = new PDResources();
        resources.put(FONT, font);
        PDAcroForm form = new PDAcroForm(document);
        form.setDefaultResources(resources);
        form.setDefaultAppearance(appearance(Setting.LARGEST));
        FieldNames names = new FieldNames(form);
        for (Placement place : inTabOrder(placements)) {
            names.add(place.field(), field(document, form, place, tooltips.get(place.field()), font));
        }
        document.getDocumentCatalog().setAcroForm(form);
    }

    /** Page by page and party by party: where two blocks stand side by side, one is filled in before the other. */
    private static List<Placement> inTabOrder(List<Placement> placements) {
        List<String> parties = placements.stream().map(Fields::party).distinct().toList();
        return placements.stream()
                .filter(place -> !place.isSignature())
                .sorted(Comparator.comparingInt(Placement::page)
                        .thenComparingInt(place -> parties.indexOf(party(place))))
                .toList();
    }

    private static String party(Placement place) {
        return place.field().replaceFirst("\\..*", "");
    }

    private static PDTextField field(PDDocument document, PDAcroForm form, Placement place, String tooltip, PDFont font)
            throws IOException {
        PDTextField field = new PDTextField(form);
        field.setMultiline(place.takesSeveralLines() || place.height() >= TALL);
        field.setDefaultAppearance(appearance(Setting.sizeFor(Face.SANS, field.isMultiline() ? 2 : 1, place.height())));
        field.setReadOnly(place.isOurs());
        field.setAlternateFieldName(tooltip == null ? place.field() : tooltip);
        PDAnnotationWidget widget = field.getWidgets().get(0);
        PDPage page = document.getPage(place.page() - 1);
        widget.setRectangle(new PDRectangle(place.x(), place.y(), place.width(), place.height()));
        widget.setPage(page);
        widget.setPrinted(true);
        show(document, widget, place, font, stream -> {});
        List<PDAnnotation> annotations = page.getAnnotations();
        annotations.add(widget);
        page.setAnnotations(annotations);
        return field;
    }

    static void fill(PDDocument document, Map<String, Entry> entries, Set<String> fixed) throws IOException {
        PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
        PDFont font = font(document);
        for (PDField field : form.getFieldTree()) {
            if (field instanceof PDTextField text) {
                String name = field.getFullyQualifiedName();
                text.setReadOnly(text.isReadOnly() || fixed.contains(name));
                if (entries.containsKey(name)) {
                    fill(document, text, entries.get(name), font);
                }
            }
        }
    }

    /** In which the fields are set. */
    static PDFont font(PDDocument document) throws IOException {
        return document.getDocumentCatalog()
                .getAcroForm(null)
                .getDefaultResources()
                .getFont(FONT);
    }

    private static void fill(PDDocument document, PDTextField field, Entry entry, PDFont font) throws IOException {
        Setting setting = entry.set();
        field.getCOSObject().setString(COSName.V, entry.text());
        field.setMultiline(field.isMultiline() || setting.lines().size() > 1);
        field.setDefaultAppearance(appearance(setting.size()));
        draw(document, field.getWidgets().get(0), entry, font);
    }

    /** Only values and what shows them change: more than that would break the signatures of whoever signed before. */
    static void fillFurther(PDDocument document, Map<String, Entry> entries) throws IOException {
        PDFont font = font(document);
        for (PDField field : document.getDocumentCatalog().getAcroForm(null).getFieldTree()) {
            Entry entry = entries.get(field.getFullyQualifiedName());
            if (field instanceof PDTextField && entry != null) {
                PDAnnotationWidget widget = field.getWidgets().get(0);
                field.getCOSObject().setString(COSName.V, entry.text());
                draw(document, widget, entry, font);
                field.getCOSObject().setNeedToBeUpdated(true);
                widget.getCOSObject().setNeedToBeUpdated(true);
            }
        }
    }

    private static void draw(PDDocument document, PDAnnotationWidget widget, Entry entry, PDFont font)
            throws IOException {
        Setting setting = entry.set();
        show(document, widget, entry.place(), font, stream -> {
            stream.beginMarkedContent(COSName.TX);
            new Hand(stream, font).write(setting, 0, 0, entry.place().height());
            stream.endMarkedContent();
        });
    }

    private static String appearance(float size) {
        return APPEARANCE.formatted(size);
    }

    /** What draws on a field. */
    private interface Drawing {
        void on(PDPageContentStream stream) throws IOException;
    }

    private static void show(
            PDDocument document, PDAnnotationWidget widget, Placement place, PDFont font, Drawing drawing)
            throws IOException {
        PDAppearanceStream appearance = new PDAppearanceStream(document);
        appearance.setBBox(new PDRectangle(place.width(), place.height()));
        PDResources resources = new PDResources();
        resources.put(FONT, font);
        appearance.setResources(resources);
        try (PDPageContentStream stream = new PDPageContentStream(document, appearance)) {
            drawing.on(stream);
        }
        PDAppearanceDictionary appearances = new PDAppearanceDictionary();
        appearances.setNormalAppearance(appearance);
        widget.setAppearance(appearances);
    }
}
