package app.countersign.document;

import app.countersign.document.Comparison.Change;
import app.countersign.document.Diff.Hunk;
import java.util.ArrayList;
import java.util.List;

/** Compares two files page by page. A page that was put in or taken out does not make all that follow it differ. */
final class PageComparison {

    private static final int MOST_CHANGES = 50;
    private static final int LONGEST = 300;

    private final List<PageSketch> before;
    private final List<PageSketch> after;
    private final List<Change> changes = new ArrayList<>();
    private final List<Integer> redrawn = new ArrayList<>();
    private final List<Integer> annotations = new ArrayList<>();

    PageComparison(List<PageSketch> before, List<PageSketch> after) {
        this.before = before;
        this.after = after;
        int a = 0;
        int b = 0;
        for (Hunk hunk : Diff.between(words(before), words(after), 0)) {
            alike(a, hunk.fromA(), b);
            unlike(hunk);
            a = hunk.toA();
            b = hunk.toB();
        }
        alike(a, before.size(), b);
    }

    private static List<List<String>> words(List<PageSketch> pages) {
        return pages.stream().map(PageSketch::words).toList();
    }

    /** Pages with the same words. */
    private void alike(int from, int to, int other) {
        for (int i = 0; i < to - from; i++) {
            PageSketch one = before.get(from + i);
            PageSketch two = after.get(other + i);
            if (!one.drawing().equals(two.drawing())) {
                redrawn.add(from + i + 1);
            }
            overlaid(one, two, from + i + 1);
        }
    }

    private void overlaid(PageSketch one, PageSketch two, int page) {
        if (!one.annotations().equals(two.annotations())) {
            annotations.add(page);
        }
    }

    /** Pages with other words, paired in their order; what is left over was added or removed. */
    private void unlike(Hunk hunk) {
        int pairs = Math.min(hunk.toA() - hunk.fromA(), hunk.toB() - hunk.fromB());
        for (int i = 0; i < pairs; i++) {
            PageSketch one = before.get(hunk.fromA() + i);
            PageSketch two = after.get(hunk.fromB() + i);
            compare(one.words(), two.words(), hunk.fromA() + i + 1);
            overlaid(one, two, hunk.fromA() + i + 1);
        }
        for (int page = hunk.fromA() + pairs; page < hunk.toA(); page++) {
            add(new Change(page + 1, shortened(before.get(page).words()), ""));
        }
        for (int page = hunk.fromB() + pairs; page < hunk.toB(); page++) {
            add(new Change(page + 1, "", shortened(after.get(page).words())));
        }
    }

    private void compare(List<String> one, List<String> two, int page) {
        for (Hunk hunk : Diff.between(one, two, 1)) {
            boolean replaced = hunk.toA() > hunk.fromA() && hunk.toB() > hunk.fromB();
            List<String> old = one.subList(hunk.fromA(), hunk.toA());
            List<String> now = two.subList(hunk.fromB(), hunk.toB());
            int more = replaced && isBare(old) && isBare(now) && hunk.toA() < one.size() && hunk.toB() < two.size()
                    ? 1
                    : 0;
            add(new Change(
                    page,
                    shortened(one.subList(hunk.fromA(), hunk.toA() + more)),
                    shortened(two.subList(hunk.fromB(), hunk.toB() + more))));
        }
    }

    /** Numbers alone say little: "12" reads better as "12 Monaten". */
    private static boolean isBare(List<String> words) {
        return words.stream().flatMapToInt(String::chars).noneMatch(Character::isLetter);
    }

    private void add(Change change) {
        if (changes.size() < MOST_CHANGES) {
            changes.add(change);
        }
    }

    private static String shortened(List<String> words) {
        String text = Letters.onOneLine(String.join(" ", words));
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
    }

    List<Change> changes() {
        return changes;
    }

    List<Integer> redrawn() {
        return redrawn;
    }

    List<Integer> annotations() {
        return annotations;
    }
}
