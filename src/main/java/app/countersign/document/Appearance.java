package app.countersign.document;

import app.countersign.document.Diff.Hunk;
import app.countersign.document.PageWords.Word;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;

/**
 * How the pages of a returned file read and look beside those of the issued form. A file without fields was printed or
 * flattened by some program: there, another way of drawing the same is no alteration, but no honesty either.
 */
final class Appearance {

    /** Lines that another program draws lie up to that many dots beside ours. */
    private static final int REACH = 2;

    /** A picture of that many dots is a scanned sheet. */
    private static final long SHEET = 600_000;

    private final IssuedForm issued;
    private final boolean flattened;
    private final PDDocument ours;
    private final PDDocument theirs;
    private final Deadline deadline;
    private final List<List<Word>> wordsBefore = new ArrayList<>();
    private final List<List<Word>> wordsAfter = new ArrayList<>();
    private final Set<Integer> scanned = new TreeSet<>();
    private final Set<Integer> alike = new TreeSet<>();

    Appearance(IssuedForm issued, boolean flattened, PDDocument ours, PDDocument theirs, Deadline deadline)
            throws IOException {
        this.issued = issued;
        this.flattened = flattened;
        this.ours = ours;
        this.theirs = theirs;
        this.deadline = deadline;
        PageWords reading = new PageWords(deadline);
        for (int page = 1; page <= ours.getNumberOfPages(); page++) {
            wordsBefore.add(reading.of(ours, page));
        }
        for (int page = 1; page <= theirs.getNumberOfPages(); page++) {
            wordsAfter.add(reading.of(theirs, page));
            if (isScanned(page)) {
                scanned.add(page);
            }
        }
    }

    private boolean isScanned(int page) throws IOException {
        boolean blank = wordsAfter.get(page - 1).isEmpty();
        boolean wasBlank =
                page > wordsBefore.size() || wordsBefore.get(page - 1).isEmpty();
        return blank && !wasBlank || flattened && hasSheet(theirs.getPage(page - 1));
    }

    private static boolean hasSheet(PDPage page) throws IOException {
        PDResources resources = page.getResources();
        if (resources == null) {
            return false;
        }
        for (COSName name : resources.getXObjectNames()) {
            var object =
                    resources.getCOSObject().getCOSDictionary(COSName.XOBJECT).getCOSDictionary(name);
            boolean image = object != null && COSName.IMAGE.equals(object.getCOSName(COSName.SUBTYPE));
            if (image && (long) object.getInt(COSName.WIDTH) * object.getInt(COSName.HEIGHT) > SHEET) {
                return true;
            }
        }
        return false;
    }

    /** Which words differ; where a page is a scan, only that it is one. */
    List<Difference> words() {
        List<Difference> found = new ArrayList<>();
        for (Hunk hunk : Diff.between(keys(wordsBefore), keys(wordsAfter), 0)) {
            pair(hunk, found);
        }
        scanned.forEach(page -> found.add(Difference.doubtful(page, null, "document.return.scan", page)));
        return found;
    }

    private List<List<String>> keys(List<List<Word>> pages) {
        List<List<String>> keys = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            keys.add(PageWords.outside(pages.get(i), issued.blanks(i + 1)).stream()
                    .map(Word::text)
                    .toList());
        }
        return keys;
    }

    private void pair(Hunk hunk, List<Difference> found) {
        int pairs = Math.min(hunk.toA() - hunk.fromA(), hunk.toB() - hunk.fromB());
        for (int i = 0; i < pairs; i++) {
            compare(hunk.fromA() + i, hunk.fromB() + i, found);
        }
        for (int page = hunk.fromA() + pairs; page < hunk.toA(); page++) {
            found.add(Difference.altered(0, null, "document.return.page-removed", page + 1)
                    .of(text(wordsBefore.get(page)), ""));
        }
        for (int page = hunk.fromB() + pairs; page < hunk.toB(); page++) {
            if (!scanned.contains(page + 1)) {
                found.add(Difference.altered(page + 1, null, "document.return.page-added", page + 1)
                        .of("", text(wordsAfter.get(page))));
            }
        }
    }

    private static String text(List<Word> words) {
        return FieldComparison.cut(
                String.join(" ", words.stream().limit(60).map(Word::text).toList()));
    }

    private void compare(int before, int after, List<Difference> found) {
        if (!scanned.contains(after + 1)) {
            List<Area> blanks = issued.blanks(before + 1);
            for (Difference difference : WordComparison.of(
                    after + 1,
                    PageWords.outside(wordsBefore.get(before), blanks),
                    PageWords.outside(wordsAfter.get(after), blanks))) {
                boolean added = difference.before().isEmpty();
                found.add(flattened && added ? difference.lightened() : difference);
            }
        }
    }

    /**
     * What is drawn otherwise though the words are the same, or, in a flattened file, where they are not.
     *
     * @param redrawn pages whose drawing instructions, fonts or images differ; in a flattened file all count
     */
    List<Difference> pictures(List<Difference> words, Set<Integer> redrawn) throws IOException {
        List<Difference> found = new ArrayList<>();
        Set<Integer> told = new TreeSet<>();
        words.stream().filter(Difference::weighty).map(Difference::page).forEach(told::add);
        int pages = Math.min(ours.getNumberOfPages(), theirs.getNumberOfPages());
        for (int page = 1; page <= pages; page++) {
            boolean wanted = flattened || redrawn.contains(page) && !told.contains(page);
            if (wanted && !scanned.contains(page)) {
                compare(page, found);
            }
        }
        return found;
    }

    private void compare(int page, List<Difference> found) throws IOException {
        Optional<BufferedImage> before = Portrait.of(ours, page, PictureComparison.DPI, deadline);
        Optional<BufferedImage> after = Portrait.of(theirs, page, PictureComparison.DPI, deadline);
        if (before.isEmpty() || after.isEmpty()) {
            found.add(Difference.doubtful(page, null, "document.return.not-drawn", page));
            return;
        }
        List<Area> areas = PictureComparison.of(before.get(), after.get(), issued.blanks(page), flattened ? REACH : 0);
        if (areas.isEmpty()) {
            alike.add(page);
        }
        for (Area area : areas) {
            found.add(
                    flattened
                            ? Difference.doubtful(page, area, "document.return.drawn-otherwise", page)
                            : Difference.altered(page, area, "document.return.drawn-otherwise", page));
        }
    }

    /** Words that differ only in how the program wrote them down are no alteration where the page looks the same. */
    List<Difference> confirmed(List<Difference> words) {
        return words.stream()
                .map(difference -> flattened && alike.contains(difference.page()) ? difference.lightened() : difference)
                .toList();
    }

    /** What stands in the places of the fields. */
    Map<String, String> proposals() {
        Map<String, String> proposals = new LinkedHashMap<>();
        List<Skeleton.Sheet> sheets = issued.skeleton().pages();
        for (int i = 0; i < Math.min(sheets.size(), wordsAfter.size()); i++) {
            for (Laid laid : sheets.get(i).laid()) {
                if (laid.isField()) {
                    String text = PageWords.inside(wordsAfter.get(i), laid.area());
                    if (!text.isEmpty()) {
                        proposals.put(laid.field(), text);
                    }
                }
            }
        }
        return proposals;
    }
}
