package app.countersign.document;

import app.countersign.kernel.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * What a file is made of, as short as it can be compared: every entry that may bear on what people see, as a fingerprint.
 *
 * @param catalog entries of the document's root, but for pages, form, and what is said elsewhere
 * @param form entries of the form, but for its fields and fonts
 * @param formFonts fingerprints of the form's fonts, by name
 * @param fields names of the form's fields
 * @param fonts fingerprints of all fonts of form and pages
 * @param strayPages pages and page trees that the document does not show
 */
record Skeleton(
        Map<String, String> catalog,
        List<Sheet> pages,
        Map<String, String> form,
        Map<String, String> formFonts,
        Set<String> fields,
        Set<String> fonts,
        int strayPages,
        Contents contents,
        Optional<String> identifier) {

    private static final int MOST_LAID = 2_000;
    private static final Set<COSName> TOLD_ELSEWHERE = Set.of(
            COSName.TYPE,
            COSName.PAGES,
            COSName.ACRO_FORM,
            COSName.VERSION,
            COSName.METADATA,
            COSName.getPDFName("Extensions"));
    private static final Set<COSName> OF_A_PAGE = Set.of(
            COSName.TYPE,
            COSName.PARENT,
            COSName.ANNOTS,
            COSName.CONTENTS,
            COSName.RESOURCES,
            COSName.MEDIA_BOX,
            COSName.CROP_BOX,
            COSName.BLEED_BOX,
            COSName.TRIM_BOX,
            COSName.ART_BOX,
            COSName.ROTATE,
            COSName.METADATA,
            COSName.getPDFName("StructParents"),
            COSName.getPDFName("LastModified"),
            COSName.getPDFName("PieceInfo"));

    /**
     * A page.
     *
     * @param drawing the fingerprint of its instructions and of all that they use
     * @param box what of it is seen, and how: edges rounded to hundredths of a point, rotation, unit
     * @param extras its other entries
     */
    record Sheet(String drawing, List<String> box, Map<String, String> extras, List<Laid> laid) {}

    /** @param trustedFonts fingerprints of fonts whose letters are what they say; none for a file of ours */
    static Skeleton of(PDDocument document, Deadline deadline, Set<String> trustedFonts) throws IOException {
        return new Anatomy(document, deadline, trustedFonts).skeleton();
    }

    boolean hasNoFields() {
        return fields.isEmpty();
    }

    /** Takes a document apart. */
    private static final class Anatomy {

        private final PDDocument document;
        private final Deadline deadline;
        private final Fingerprint fingerprint;
        private final FieldTree tree;
        private final AppearanceReading appearances;

        Anatomy(PDDocument document, Deadline deadline, Set<String> trustedFonts) {
            this.document = document;
            this.deadline = deadline;
            fingerprint = new Fingerprint(deadline, document.getPages());
            tree = new FieldTree(form(), deadline);
            appearances = new AppearanceReading(deadline, fingerprint, trustedFonts);
        }

        private COSDictionary root() {
            return document.getDocumentCatalog().getCOSObject();
        }

        private COSDictionary form() {
            COSDictionary form = root().getCOSDictionary(COSName.ACRO_FORM);
            return form == null ? new COSDictionary() : form;
        }

        Skeleton skeleton() throws IOException {
            List<Sheet> pages = new ArrayList<>();
            Set<String> fonts = new HashSet<>();
            for (PDPage page : document.getPages()) {
                pages.add(sheet(page));
                fonts.addAll(fonts(resources(page)).values());
            }
            COSDictionary defaults = form().getCOSDictionary(COSName.DR);
            Map<String, String> formFonts = fonts(defaults);
            fonts.addAll(formFonts.values());
            return new Skeleton(
                    entries(root(), TOLD_ELSEWHERE),
                    pages,
                    entries(form(), Set.of(COSName.FIELDS, COSName.DR)),
                    formFonts,
                    tree.names(),
                    fonts,
                    strayPages(),
                    Contents.of(document, deadline),
                    Verification.identifier(document));
        }

        private Map<String, String> entries(COSDictionary dictionary, Set<COSName> without) throws IOException {
            Map<String, String> entries = new TreeMap<>();
            for (COSName name : new ArrayList<>(dictionary.keySet())) {
                COSBase value = dictionary.getDictionaryObject(name);
                if (!without.contains(name) && value != null) {
                    entries.put(name.getName(), fingerprint.of(value));
                }
            }
            return entries;
        }

        private static COSDictionary resources(PDPage page) {
            return page.getResources() == null
                    ? new COSDictionary()
                    : page.getResources().getCOSObject();
        }

        private Map<String, String> fonts(COSDictionary resources) throws IOException {
            COSDictionary fonts = resources == null ? null : resources.getCOSDictionary(COSName.FONT);
            return fonts == null ? Map.of() : entries(fonts, Set.of());
        }

        private Sheet sheet(PDPage page) throws IOException {
            return new Sheet(
                    instructions(page) + fingerprint.of(resources(page)),
                    box(page),
                    entries(page.getCOSObject(), OF_A_PAGE),
                    laid(page));
        }

        /** The page's streams as one, as a viewer joins them. */
        private String instructions(PDPage page) throws IOException {
            MessageDigest digest = Archival.digest();
            for (var streams = page.getContentStreams(); streams.hasNext(); ) {
                PDStream stream = streams.next();
                try (InputStream content = stream.createInputStream()) {
                    byte[] block = new byte[64 * 1024];
                    for (int count = content.read(block); count >= 0; count = content.read(block)) {
                        deadline.check();
                        digest.update(block, 0, count);
                    }
                }
                digest.update((byte) '\n');
            }
            return HexFormat.of().formatHex(digest.digest());
        }

        private static List<String> box(PDPage page) {
            return List.of(
                    rounded(page.getMediaBox()),
                    rounded(page.getCropBox()),
                    String.valueOf(page.getRotation()),
                    String.valueOf(page.getUserUnit()));
        }

        private static String rounded(PDRectangle box) {
            return "%d %d %d %d"
                    .formatted(
                            Math.round(box.getLowerLeftX() * 50),
                            Math.round(box.getLowerLeftY() * 50),
                            Math.round(box.getUpperRightX() * 50),
                            Math.round(box.getUpperRightY() * 50));
        }

        private List<Laid> laid(PDPage page) throws IOException {
            List<Laid> laid = new ArrayList<>();
            for (COSDictionary annotation : FieldTree.dictionaries(page.getCOSObject(), COSName.ANNOTS)) {
                if (laid.size() >= MOST_LAID) {
                    throw Refused.because("document.unreadable.too-many-objects", MOST_LAID);
                }
                laid.add(laid(annotation));
            }
            return laid;
        }

        private Laid laid(COSDictionary annotation) throws IOException {
            Map<COSName, COSBase> merged = FieldTree.merged(annotation);
            Area area = Laid.area(annotation);
            Map<String, String> entries = new TreeMap<>();
            for (Map.Entry<COSName, COSBase> entry : merged.entrySet()) {
                entries.put(entry.getKey().getName(), fingerprint.of(entry.getValue()));
            }
            boolean field = COSName.WIDGET.equals(annotation.getCOSName(COSName.SUBTYPE));
            String name = field ? FieldTree.name(annotation) : "";
            if (field && !tree.holds(annotation)) {
                entries.put("(outside the form)", name);
            }
            Showing showing = field ? appearances.of(annotation, area) : Showing.UNSURE;
            return new Laid(
                    name,
                    String.valueOf(annotation.getNameAsString(COSName.SUBTYPE)),
                    area,
                    entries,
                    Laid.text(merged.get(COSName.V)),
                    showing);
        }

        private int strayPages() {
            Set<COSBase> shown = Collections.newSetFromMap(new IdentityHashMap<>());
            shown.add(root());
            PDPageTree pages = document.getPages();
            shown.add(pages.getCOSObject());
            for (PDPage page : pages) {
                COSBase node = page.getCOSObject();
                while (node instanceof COSDictionary dictionary && shown.add(node)) {
                    node = dictionary.getDictionaryObject(COSName.PARENT);
                }
            }
            Map<COSObjectKey, Long> table =
                    new LinkedHashMap<>(document.getDocument().getXrefTable());
            return (int) table.keySet().stream()
                    .map(key -> document.getDocument().getObjectFromPool(key))
                    .map(COSObject::getObject)
                    .filter(value -> value instanceof COSDictionary && !(value instanceof COSStream))
                    .filter(value -> isOfThePageTree((COSDictionary) value) && !shown.contains(value))
                    .count();
        }

        private static boolean isOfThePageTree(COSDictionary dictionary) {
            COSName type = dictionary.getCOSName(COSName.TYPE);
            return COSName.PAGE.equals(type) || COSName.PAGES.equals(type) || COSName.CATALOG.equals(type);
        }
    }
}
