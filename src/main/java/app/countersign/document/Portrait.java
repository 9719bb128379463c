package app.countersign.document;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** Pictures of a stranger's pages: nothing is drawn that would take more memory or time than a sheet of paper deserves. */
final class Portrait {

    /** The longer edge of an A3 sheet, in points. */
    private static final float LARGEST_EDGE = 1200;

    private static final long MOST_PIXELS = 36_000_000;
    private static final int MOST_OBJECTS = 20_000;

    /** Groups of drawings within groups: each takes a picture of its own. */
    private static final int MOST_GROUPS = 3;

    private Portrait() {}

    /** Empty when the page is not fit to be drawn. */
    static Optional<BufferedImage> of(PDDocument document, int page, int dpi, Deadline deadline) throws IOException {
        PDPage sheet = document.getPage(page - 1);
        PDRectangle box = sheet.getCropBox();
        boolean large = Math.max(box.getWidth(), box.getHeight()) * Math.max(1, sheet.getUserUnit()) > LARGEST_EDGE;
        if (large || box.getWidth() < 1 || box.getHeight() < 1 || !new Weighing(deadline).isLight(sheet)) {
            return Optional.empty();
        }
        return drawn(document, page, dpi, deadline);
    }

    private static Optional<BufferedImage> drawn(PDDocument document, int page, int dpi, Deadline deadline) {
        PDFRenderer renderer = new Timed(document, deadline);
        renderer.setSubsamplingAllowed(true);
        try {
            return Optional.of(renderer.renderImageWithDPI(page - 1, dpi, ImageType.RGB));
        } catch (Deadline.Passed e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // What cannot be drawn is for a person to look at, in another viewer.
            return Optional.empty();
        }
    }

    /** Stops at the deadline. */
    private static final class Timed extends PDFRenderer {

        private final Deadline deadline;

        Timed(PDDocument document, Deadline deadline) {
            super(document);
            this.deadline = deadline;
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            return new PageDrawer(parameters) {

                private int groups;

                @Override
                protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
                    deadline.checkNow();
                    super.processOperator(operator, operands);
                }

                /** One instruction may show millions of letters. */
                @Override
                protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
                    deadline.check();
                    super.showGlyph(matrix, font, code, displacement);
                }

                @Override
                public void showTransparencyGroup(PDTransparencyGroup form) throws IOException {
                    enter();
                    super.showTransparencyGroup(form);
                    groups--;
                }

                @Override
                protected void processSoftMask(PDTransparencyGroup group) throws IOException {
                    enter();
                    super.processSoftMask(group);
                    groups--;
                }

                private void enter() {
                    if (++groups > MOST_GROUPS) {
                        throw new IllegalStateException("groups within groups");
                    }
                }
            };
        }
    }

    /**
     * Looks for pictures that unpack to more than a scanned sheet has, and for shadings that take for ever, before
     * anything is unpacked.
     */
    private static final class Weighing {

        private static final COSName SHADING_TYPE = COSName.getPDFName("ShadingType");
        private static final COSName SIZE = COSName.getPDFName("Size");

        /** Along an axis and around circles (ISO 32000-1, 8.7.4.5); no contract has others. */
        private static final Set<Integer> SHADINGS = Set.of(2, 3);

        private static final int MOST_SAMPLES = 1_000_000;

        private static final Set<COSName> ELSEWHERE = Set.of(COSName.PARENT, COSName.P);

        private final Deadline deadline;
        private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        private long pixels;

        Weighing(Deadline deadline) {
            this.deadline = deadline;
        }

        boolean isLight(PDPage page) throws IOException {
            if (page.getResources() != null) {
                weigh(page.getResources().getCOSObject(), 0);
            }
            weigh(page.getCOSObject().getDictionaryObject(COSName.ANNOTS), 0);
            return pixels <= MOST_PIXELS && seen.size() <= MOST_OBJECTS;
        }

        private void weigh(COSBase value, int depth) throws IOException {
            deadline.check();
            boolean known = !(value instanceof COSDictionary || value instanceof COSArray) || !seen.add(value);
            if (known || depth > 40 || seen.size() > MOST_OBJECTS) {
                return;
            }
            if (value instanceof COSDictionary dictionary) {
                weighPicture(dictionary);
                weighShading(dictionary);
                for (COSName key : new HashSet<>(dictionary.keySet())) {
                    if (!ELSEWHERE.contains(key)) {
                        weigh(dictionary.getDictionaryObject(key), depth + 1);
                    }
                }
            } else {
                COSArray array = (COSArray) value;
                for (int i = 0; i < array.size(); i++) {
                    weigh(array.getObject(i), depth + 1);
                }
            }
        }

        private void weighPicture(COSDictionary dictionary) throws IOException {
            if (dictionary instanceof COSStream stream && COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
                long width = Math.max(0, dictionary.getInt(COSName.WIDTH, COSName.W, 0));
                long height = Math.max(0, dictionary.getInt(COSName.HEIGHT, COSName.H, 0));
                pixels += Math.max(width * height, JpegSize.pixels(stream));
            }
        }

        private void weighShading(COSDictionary dictionary) {
            int shading = dictionary.getInt(SHADING_TYPE, 2);
            long samples = 1;
            COSArray size = dictionary.getCOSArray(SIZE);
            for (int i = 0; size != null && i < size.size() && samples <= MOST_SAMPLES; i++) {
                samples *= Math.max(1, size.getInt(i));
            }
            if (!SHADINGS.contains(shading) || samples > MOST_SAMPLES) {
                pixels = Long.MAX_VALUE / 2;
            }
        }
    }
}
