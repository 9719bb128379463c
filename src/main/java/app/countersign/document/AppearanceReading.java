package app.countersign.document;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColorN;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColorSpace;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceCMYKColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceGrayColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceRGBColor;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.contentstream.operator.state.SetMatrix;
import org.apache.pdfbox.contentstream.operator.text.BeginText;
import org.apache.pdfbox.contentstream.operator.text.EndText;
import org.apache.pdfbox.contentstream.operator.text.MoveText;
import org.apache.pdfbox.contentstream.operator.text.MoveTextSetLeading;
import org.apache.pdfbox.contentstream.operator.text.NextLine;
import org.apache.pdfbox.contentstream.operator.text.SetCharSpacing;
import org.apache.pdfbox.contentstream.operator.text.SetFontAndSize;
import org.apache.pdfbox.contentstream.operator.text.SetTextHorizontalScaling;
import org.apache.pdfbox.contentstream.operator.text.SetTextLeading;
import org.apache.pdfbox.contentstream.operator.text.SetTextRenderingMode;
import org.apache.pdfbox.contentstream.operator.text.SetTextRise;
import org.apache.pdfbox.contentstream.operator.text.SetWordSpacing;
import org.apache.pdfbox.contentstream.operator.text.ShowText;
import org.apache.pdfbox.contentstream.operator.text.ShowTextAdjusted;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLine;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLineAndSpace;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * Reads what the appearance of a text field shows. It vouches only for what viewers write: dark letters of fonts that
 * cannot lie, inside the field. Whatever else is drawn, even nothing, makes it unsure. For one document, in one thread.
 */
final class AppearanceReading extends PDFStreamEngine {

    private static final Set<String> WITHOUT_INK =
            Set.of("BMC", "EMC", "BDC", "MP", "DP", "G", "RG", "K", "CS", "w", "J", "j", "M", "d", "i", "ri");
    private static final Set<String> PAINTING = Set.of("f", "F", "f*", "S", "s", "B", "B*", "b", "b*");
    private static final Set<COSName> KNOWN_ENTRIES = Set.of(
            COSName.TYPE,
            COSName.SUBTYPE,
            COSName.FORMTYPE,
            COSName.BBOX,
            COSName.MATRIX,
            COSName.RESOURCES,
            COSName.LENGTH,
            COSName.FILTER,
            COSName.DECODE_PARMS,
            COSName.NAME);
    private static final float TOLERANCE = 1;
    private static final float DARKEST_PAPER = 0.75f;
    private static final float LIGHTEST_INK = 0.6f;
    private static final float SMALLEST = 3;
    private static final float LARGEST = 60;
    private static final float NARROWEST = 0.15f;
    private static final int MOST_LETTERS = 5_000;

    private final Deadline deadline;
    private final Fingerprint fingerprint;
    private final Set<String> trustedFonts;
    private final Map<COSDictionary, Boolean> fonts = new IdentityHashMap<>();
    private final Deque<Area> clips = new ArrayDeque<>();
    private final List<Letter> letters = new ArrayList<>();
    private Area field;
    private Area clip;
    private Outline outline = new Outline();
    private String clipping = "";

    private record Letter(String text, float x, float baseline, float size) {}

    /** Ends the reading: here is something that it does not vouch for. */
    private static final class Unsure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unsure(String what) {
            super(what, null, false, false);
        }
    }

    /** @param trustedFonts fingerprints of fonts of ours */
    AppearanceReading(Deadline deadline, Fingerprint fingerprint, Set<String> trustedFonts) {
        this.deadline = deadline;
        this.fingerprint = fingerprint;
        this.trustedFonts = trustedFonts;
        List.of(
                        new BeginText(this),
                        new EndText(this),
                        new MoveText(this),
                        new MoveTextSetLeading(this),
                        new NextLine(this),
                        new SetCharSpacing(this),
                        new SetFontAndSize(this),
                        new SetTextHorizontalScaling(this),
                        new SetTextLeading(this),
                        new SetTextRenderingMode(this),
                        new SetTextRise(this),
                        new SetWordSpacing(this),
                        new ShowText(this),
                        new ShowTextAdjusted(this),
                        new ShowTextLine(this),
                        new ShowTextLineAndSpace(this),
                        new SetMatrix(this),
                        new Concatenate(this),
                        new Save(this),
                        new Restore(this),
                        new SetNonStrokingColor(this),
                        new SetNonStrokingColorN(this),
                        new SetNonStrokingColorSpace(this),
                        new SetNonStrokingDeviceCMYKColor(this),
                        new SetNonStrokingDeviceGrayColor(this),
                        new SetNonStrokingDeviceRGBColor(this))
                .forEach(this::addOperator);
    }

    /** @param widget the field's annotation, with its rectangle */
    Showing of(COSDictionary widget, Area place) {
        COSDictionary appearances = widget.getCOSDictionary(COSName.AP);
        if (appearances == null) {
            return widget.containsKey(COSName.AP) ? Showing.UNSURE : Showing.ABSENT;
        }
        COSStream normal = appearances.getCOSStream(COSName.N);
        if (normal == null || appearances.size() != 1 || !KNOWN_ENTRIES.containsAll(normal.keySet())) {
            return Showing.UNSURE;
        }
        try {
            read(new PDAppearanceStream(normal), place);
            return Showing.plain(text());
        } catch (Deadline.Passed e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Whatever a stranger's appearance does to the reader: it is not vouched for.
            return Showing.UNSURE;
        }
    }

    private void read(PDAppearanceStream appearance, Area place) throws IOException {
        PDRectangle box = appearance.getBBox();
        Matrix matrix = appearance.getMatrix();
        boolean upright = new Matrix().equals(matrix) || matrix == null;
        if (box == null || !upright) {
            throw new Unsure("turned");
        }
        field = Area.of(box);
        if (Math.abs(field.width() - place.width()) > TOLERANCE
                || Math.abs(field.height() - place.height()) > TOLERANCE) {
            throw new Unsure("stretched");
        }
        letters.clear();
        clips.clear();
        clip = field;
        outline = new Outline();
        clipping = "";
        processChildStream(appearance, new PDPage(box));
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        deadline.check();
        String name = operator.getName();
        if (!isPath(name, operands) && !WITHOUT_INK.contains(name)) {
            switch (name) {
                case "q" -> clips.push(clip);
                case "Q" -> clip = clips.isEmpty() ? clip : clips.pop();
                default -> {}
            }
            super.processOperator(operator, operands);
        }
    }

    private boolean isPath(String name, List<COSBase> operands) throws IOException {
        switch (name) {
            case "re" -> rectangle(operands);
            case "m" -> outline.move(point(operands, 0, 0));
            case "l" -> outline.line(point(operands, 0, 0));
            case "c", "v", "y" -> outline.curve();
            case "h" -> {}
            case "W", "W*" -> clipping = name;
            case "n" -> endPath();
            default -> {
                if (!PAINTING.contains(name)) {
                    return false;
                }
                paint(name);
            }
        }
        return true;
    }

    private void rectangle(List<COSBase> operands) {
        float width = number(operands, 2);
        float height = number(operands, 3);
        outline.move(point(operands, 0, 0));
        outline.line(point(operands, width, 0));
        outline.line(point(operands, width, height));
        outline.line(point(operands, 0, height));
    }

    private Point2D point(List<COSBase> operands, float right, float up) {
        return getGraphicsState()
                .getCurrentTransformationMatrix()
                .transformPoint(number(operands, 0) + right, number(operands, 1) + up);
    }

    private static float number(List<COSBase> operands, int at) {
        return ((COSNumber) operands.get(at)).floatValue();
    }

    private void endPath() {
        if (!clipping.isEmpty()) {
            boolean evenOdd = clipping.equals("W*") && outline.parts() > 1;
            Area inside = outline.rectangle().filter(area -> !evenOdd).orElseThrow(() -> new Unsure("clipped"));
            clip = clip.common(inside);
        }
        outline = new Outline();
        clipping = "";
    }

    /** A ground like paper beneath the letters, or a line along the edges. */
    private void paint(String how) throws IOException {
        boolean large = outline.parts() == 1
                && outline.rectangle()
                        .filter(area -> area.width() > 0.6 * field.width() && area.height() > 0.6 * field.height())
                        .isPresent();
        boolean fills = !how.equalsIgnoreCase("S");
        if (!large || fills && (!letters.isEmpty() || lightness() < DARKEST_PAPER)) {
            throw new Unsure("painted");
        }
        endPath();
    }

    @Override
    protected void unsupportedOperator(Operator operator, List<COSBase> operands) {
        throw new Unsure(operator.getName());
    }

    @Override
    protected void showGlyph(Matrix place, PDFont font, int code, Vector displacement) throws IOException {
        String text = font.toUnicode(code);
        float size = place.getScalingFactorY();
        float x = place.getTranslateX();
        float baseline = place.getTranslateY();
        if (text == null || !isTrusted(font) || letters.size() >= MOST_LETTERS) {
            throw new Unsure("font");
        }
        if (!text.isBlank()) {
            check(place, displacement, new Letter(text, x, baseline, size));
        }
        letters.add(new Letter(text, x, baseline, size));
    }

    private void check(Matrix place, Vector displacement, Letter letter) throws IOException {
        boolean upright = place.getShearX() == 0
                && place.getShearY() == 0
                && place.getScaleX() > letter.size() / 2
                && place.getScaleX() < letter.size() * 2
                && place.getScaleY() > 0;
        boolean legible = letter.size() >= SMALLEST && letter.size() <= LARGEST;
        boolean wide = displacement.getX() >= NARROWEST;
        Area seen = clip.common(field).widened(TOLERANCE);
        boolean inside = seen.contains(letter.x(), letter.baseline())
                && seen.contains(letter.x(), letter.baseline() + letter.size() / 2)
                && letter.x() + displacement.getX() * letter.size() / 2 <= seen.x() + seen.width();
        boolean filled = getGraphicsState().getTextState().getRenderingMode() == RenderingMode.FILL;
        if (!upright || !legible || !wide || !inside || !filled || lightness() > LIGHTEST_INK) {
            throw new Unsure("letter");
        }
    }

    /** Of what is filled now: 0 black, 1 white. */
    private float lightness() throws IOException {
        float[] rgb = getGraphicsState()
                .getNonStrokingColorSpace()
                .toRGB(getGraphicsState().getNonStrokingColor().getComponents());
        return 0.3f * rgb[0] + 0.59f * rgb[1] + 0.11f * rgb[2];
    }

    private boolean isTrusted(PDFont font) throws IOException {
        COSDictionary dictionary = (COSDictionary) font.getCOSObject();
        Boolean known = fonts.get(dictionary);
        if (known == null) {
            known = trustedFonts.contains(fingerprint.of(dictionary)) || isStandard(font);
            fonts.put(dictionary, known);
        }
        return known;
    }

    /** A font that the viewer brings, with letters chosen by name: it shows what it says. */
    private static boolean isStandard(PDFont font) {
        return font instanceof PDSimpleFont
                && !(font instanceof PDType3Font)
                && !font.isEmbedded()
                && !font.getCOSObject().containsKey(COSName.TO_UNICODE)
                && Standard14Fonts.containsName(font.getName());
    }

    /** Line by line from the top, each from the left, wherever in the stream the letters come. */
    private String text() {
        List<Letter> rest = new ArrayList<>(letters);
        rest.sort(Comparator.comparingDouble(Letter::baseline).reversed());
        StringBuilder text = new StringBuilder();
        while (!rest.isEmpty()) {
            Letter first = rest.get(0);
            List<Letter> line = rest.stream()
                    .filter(letter -> first.baseline() - letter.baseline() < first.size() * 0.4f)
                    .sorted(Comparator.comparingDouble(Letter::x))
                    .toList();
            line.forEach(letter -> text.append(letter.text()));
            text.append('\n');
            rest = new ArrayList<>(rest.subList(line.size(), rest.size()));
        }
        return text.toString();
    }
}
