package app.countersign.document;

import app.countersign.kernel.Reason;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What of a typed text can stand on paper. */
public final class Letters {

    private Letters() {}

    /**
     * The text as it is set: composed letters (NFC), one kind of line break, and without what has no ink of its own:
     * control characters, right-to-left marks and other format characters, halves of letters.
     */
    public static String clean(String text) {
        String composed =
                Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("\\r\\n?|[\\u2028\\u2029\\u0085]", "\n");
        StringBuilder clean = new StringBuilder(composed.length());
        composed.codePoints().forEach(letter -> {
            if (letter == '\t') {
                clean.append(' ');
            } else if (letter == '\n' || hasInk(letter)) {
                clean.appendCodePoint(letter);
            }
        });
        return clean.toString().strip();
    }

    /** As {@link #clean}, on one line. */
    static String onOneLine(String text) {
        return clean(text).replaceAll("\\s*\\n\\s*", " ");
    }

    /** Names the first letter that our faces lack; empty when they have them all. */
    public static Optional<Reason> refusal(String text) {
        return clean(text)
                .codePoints()
                .filter(letter -> letter != '\n' && !Face.SANS.has(letter))
                .mapToObj(letter -> Reason.of(
                        "document.field.letter",
                        Character.toString(letter),
                        String.format(Locale.ROOT, "U+%04X", letter)))
                .findFirst();
    }

    /** As {@link #clean}, with a question mark for each letter that one of our faces lacks: better than no paper at all. */
    public static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        clean(text)
                .codePoints()
                .forEach(letter -> printable.appendCodePoint(letter == '\n' || isInAllFaces(letter) ? letter : '?'));
        return printable.toString();
    }

    private static boolean isInAllFaces(int letter) {
        return Arrays.stream(Face.values()).allMatch(face -> face.has(letter));
    }

    private static boolean hasInk(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
