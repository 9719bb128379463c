package app.countersign.document;

import app.countersign.document.Diff.Hunk;
import app.countersign.document.PageWords.Word;
import java.util.ArrayList;
import java.util.List;

/** Which words of a page were replaced, added or removed. Where they are broken, and how they are spaced, is no matter. */
final class WordComparison {

    private static final int MOST = 50;
    private static final int LONGEST = 300;

    private WordComparison() {}

    /** @param page number in the returned file */
    static List<Difference> of(int page, List<Word> before, List<Word> after) {
        List<Difference> found = new ArrayList<>();
        for (Hunk hunk : Diff.between(texts(before), texts(after), 1)) {
            List<Word> was = before.subList(hunk.fromA(), hunk.toA());
            List<Word> is = after.subList(hunk.fromB(), hunk.toB());
            if (found.size() < MOST && !letters(was).equals(letters(is))) {
                found.add(difference(page, was, is, around(after, hunk)));
            }
        }
        return found;
    }

    private static List<String> texts(List<Word> words) {
        return words.stream().map(word -> FieldComparison.squeezed(word.text())).toList();
    }

    private static String letters(List<Word> words) {
        return String.join("", texts(words));
    }

    /** Where words are missing, the word before shows the place. */
    private static Area around(List<Word> after, Hunk hunk) {
        int at = Math.min(Math.max(0, hunk.fromB() - 1), after.size() - 1);
        return at < 0 ? null : after.get(at).area();
    }

    private static Difference difference(int page, List<Word> was, List<Word> is, Area around) {
        Area area = is.stream().map(Word::area).reduce(Area::joined).orElse(around);
        String before = text(was);
        String after = text(is);
        if (before.isEmpty()) {
            return Difference.altered(page, area, "document.return.words-added", page, after)
                    .of(before, after);
        }
        return after.isEmpty()
                ? Difference.altered(page, area, "document.return.words-removed", page, before)
                        .of(before, after)
                : Difference.altered(page, area, "document.return.words-replaced", page, before, after)
                        .of(before, after);
    }

    private static String text(List<Word> words) {
        String text = Letters.onOneLine(
                String.join(" ", words.stream().map(Word::text).toList()));
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
    }
}
