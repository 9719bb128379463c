package app.countersign.document;

import app.countersign.document.Diff.Hunk;
import app.countersign.document.PageWords.Word;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
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
    private final Skeleton skeleton;
    private final boolean flattened;
    private final PDDocument ours;
    private final PDDocument theirs;
    private final Deadline deadline;
    private final PageWords reading;
    private final Map<Integer, List<Word>> wordsBefore = new HashMap<>();
    private final Map<Integer, List<Word>> wordsAfter = new HashMap<>();
    private final Set<Integer> scanned = new TreeSet<>();
    private final List<Difference> pictures = new ArrayList<>();

    /** @param skeleton of the returned file */
    Appearance(IssuedForm issued, Skeleton skeleton, PDDocument ours, PDDocument theirs, Deadline deadline) {
        this.issued = issued;
        this.skeleton = skeleton;
        this.flattened = skeleton.hasNoFields();
        this.ours = ours;
        this.theirs = theirs;
        this.deadline = deadline;
        reading = new PageWords(deadline);
    }

    /** @param page from 1 */
    private List<Word> before(int page) throws IOException {
        if (!wordsBefore.containsKey(page)) {
            wordsBefore.put(page, reading.of(ours, page));
        }
        return wordsBefore.get(page);
    }

    private List<Word> after(int page) throws IOException {
        if (!wordsAfter.containsKey(page)) {
            wordsAfter.put(page, reading.of(theirs, page));
        }
        return wordsAfter.get(page);
    }

    private boolean isScanned(int page) throws IOException {
        boolean wasBlank = page > ours.getNumberOfPages() || before(page).isEmpty();
        return after(page).isEmpty() && !wasBlank || flattened && hasSheet(theirs.getPage(page - 1));
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

    /** Which words differ; where a page is a scan, only that it is one. Pages that are drawn alike say the same. */
    List<Difference> words() throws IOException {
        List<Difference> found = new ArrayList<>();
        for (Hunk hunk : Diff.between(drawings(issued.skeleton()), drawings(skeleton), 0)) {
            for (int page = hunk.fromB() + 1; page <= hunk.toB(); page++) {
                if (isScanned(page)) {
                    scanned.add(page);
                }
            }
            pair(hunk, found);
        }
        scanned.forEach(page -> found.add(Difference.doubtful(page, null, "document.return.scan", page)));
        return found;
    }

    private static List<String> drawings(Skeleton skeleton) {
        return skeleton.pages().stream().map(Skeleton.Sheet::drawing).toList();
    }

    /** Pages that are drawn otherwise, paired by their words, else in their order. */
    private void pair(Hunk hunk, List<Difference> found) throws IOException {
        List<List<String>> ourWords = new ArrayList<>();
        for (int page = hunk.fromA() + 1; page <= hunk.toA(); page++) {
            ourWords.add(texts(before(page), page));
        }
        List<List<String>> theirWords = new ArrayList<>();
        for (int page = hunk.fromB() + 1; page <= hunk.toB(); page++) {
            theirWords.add(texts(after(page), page));
        }
        for (Hunk inner : Diff.between(ourWords, theirWords, 0)) {
            unlike(
                    new Hunk(
                            hunk.fromA() + inner.fromA(),
                            hunk.fromA() + inner.toA(),
                            hunk.fromB() + inner.fromB(),
                            hunk.fromB() + inner.toB()),
                    found);
        }
    }

    private List<String> texts(List<Word> words, int page) {
        return PageWords.outside(words, issued.blanks(page)).stream()
                .map(Word::text)
                .toList();
    }

    private void unlike(Hunk hunk, List<Difference> found) throws IOException {
        int pairs = Math.min(hunk.toA() - hunk.fromA(), hunk.toB() - hunk.fromB());
        for (int i = 1; i <= pairs; i++) {
            compare(hunk.fromA() + i, hunk.fromB() + i, found);
        }
        for (int page = hunk.fromA() + pairs + 1; page <= hunk.toA(); page++) {
            found.add(Difference.altered(0, null, "document.return.page-removed", page)
                    .of(text(before(page)), ""));
        }
        for (int page = hunk.fromB() + pairs + 1; page <= hunk.toB(); page++) {
            if (!scanned.contains(page)) {
                found.add(Difference.altered(page, null, "document.return.page-added", page)
                        .of("", text(after(page))));
            }
        }
    }

    private static String text(List<Word> words) {
        return FieldComparison.cut(
                String.join(" ", words.stream().limit(60).map(Word::text).toList()));
    }

    private void compare(int before, int after, List<Difference> found) throws IOException {
        if (!scanned.contains(after)) {
            List<Area> blanks = issued.blanks(before);
            found.addAll(WordComparison.of(
                    after, PageWords.outside(before(before), blanks), PageWords.outside(after(after), blanks)));
        }
    }

    /**
     * What is drawn otherwise though the words are the same, or, in a flattened file, where they are not.
     *
     * @param redrawn pages whose drawing instructions, fonts or images differ
     */
    List<Difference> pictures(List<Difference> words, Set<Integer> redrawn) throws IOException {
        Set<Integer> told = new TreeSet<>();
        words.stream().filter(Difference::weighty).map(Difference::page).forEach(told::add);
        for (int page : new TreeSet<>(redrawn)) {
            if (page <= ours.getNumberOfPages() && !scanned.contains(page) && (flattened || !told.contains(page))) {
                compare(page, pictures);
            }
        }
        return pictures;
    }

    private void compare(int page, List<Difference> found) throws IOException {
        Optional<BufferedImage> before = Portrait.of(ours, page, PictureComparison.DPI, deadline);
        Optional<BufferedImage> after = Portrait.of(theirs, page, PictureComparison.DPI, deadline);
        if (before.isEmpty() || after.isEmpty()) {
            found.add(Difference.doubtful(page, null, "document.return.not-drawn", page));
            return;
        }
        List<Area> areas = PictureComparison.of(before.get(), after.get(), issued.blanks(page), flattened ? REACH : 0);
        for (Area area : areas) {
            found.add(
                    flattened
                            ? Difference.doubtful(page, area, "document.return.drawn-otherwise", page)
                            : Difference.altered(page, area, "document.return.drawn-otherwise", page));
        }
    }

    /**
     * In a flattened file, words that differ only in how the program wrote them down are no alteration: where nothing was
     * there before, or the page looks as it did, or nothing can be seen of it.
     */
    List<Difference> confirmed(List<Difference> words) {
        return words.stream()
                .map(difference -> flattened && !isSeen(difference) ? difference.lightened() : difference)
                .toList();
    }

    /** Sorted: some programs write the letters of a line in another order than they stand. */
    private static String letters(String text) {
        return FieldComparison.squeezed(text)
                .codePoints()
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private boolean isSeen(Difference words) {
        return !words.before().isEmpty()
                && !letters(words.before()).equals(letters(words.after()))
                && pictures.stream()
                        .filter(picture -> picture.page() == words.page())
                        .anyMatch(picture -> picture.area().isPresent()
                                && words.area()
                                        .filter(area ->
                                                area.touches(picture.area().get()))
                                        .isPresent());
    }

    /** What stands in the places of the fields. */
    Map<String, String> proposals() throws IOException {
        Map<String, String> proposals = new LinkedHashMap<>();
        List<Skeleton.Sheet> sheets = issued.skeleton().pages();
        for (int i = 0; i < Math.min(sheets.size(), theirs.getNumberOfPages()); i++) {
            for (Laid laid : sheets.get(i).laid()) {
                if (laid.isField()) {
                    String text = PageWords.inside(after(i + 1), laid.area());
                    if (!text.isEmpty()) {
                        proposals.put(laid.field(), text);
                    }
                }
            }
        }
        return proposals;
    }
}
