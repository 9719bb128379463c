package app.countersign.kernel;

import java.text.Normalizer;
import java.util.Optional;

/**
 * How text that people type is read: as plain text, in Unicode NFC, without blanks around it, never longer than a
 * limit. Markup is text like any other; pages escape it. What nobody can see is refused with a complaint: control
 * characters, and the marks that turn the direction of writing, with which a name can be made to look like another.
 *
 * @param limit the most characters (code points) allowed
 * @param lines whether line breaks are kept; otherwise they become blanks
 */
public record PlainText(int limit, boolean lines) {

    private static final int SOFT_HYPHEN = 0x00AD;
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int ZERO_WIDTH_SPACE = 0x200B;
    private static final int MOST_MARKS_IN_A_ROW = 4;

    public static PlainText line(int limit) {
        return new PlainText(limit, false);
    }

    public static PlainText lines(int limit) {
        return new PlainText(limit, true);
    }

    /** The text as it is kept; empty for null. May still have a complaint. */
    public String clean(String raw) {
        if (raw == null) {
            return "";
        }
        String composed = Normalizer.normalize(withoutInvisible(raw), Normalizer.Form.NFC);
        if (!lines) {
            return composed.replaceAll("[\\s\\p{Z}]+", " ").strip();
        }
        return composed.replaceAll("\\R", "\n")
                .replaceAll("[\\s\\p{Z}&&[^\n]]+", " ")
                .replaceAll(" ?\n ?", "\n")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    /** What is wrong with the text, if anything is; an empty text is fine here. */
    public Optional<Reason> complaint(String raw) {
        String text = clean(raw);
        int length = text.codePointCount(0, text.length());
        if (length > limit) {
            return Optional.of(Reason.of("kernel.text.too-long", limit, length));
        }
        if (text.codePoints().anyMatch(PlainText::turnsDirection)) {
            return Optional.of(Reason.of("kernel.text.direction"));
        }
        if (text.codePoints().anyMatch(this::isUnprintable) || hasStackedMarks(text)) {
            return Optional.of(Reason.of("kernel.text.unprintable"));
        }
        return Optional.empty();
    }

    /**
     * The text as it is kept.
     *
     * @throws Invalid with a complaint for that field
     */
    public String require(String field, String raw) {
        String text = optional(field, raw);
        if (text.isEmpty()) {
            throw Invalid.field(field, Reason.of("kernel.text.missing"));
        }
        return text;
    }

    /** As {@link #require}, but nothing at all is fine too and gives an empty text. */
    public String optional(String field, String raw) {
        complaint(raw).ifPresent(complaint -> {
            throw Invalid.field(field, complaint);
        });
        return clean(raw);
    }

    /** Left over from copying out of documents; harmless, and nobody knows that they are there. */
    private static String withoutInvisible(String raw) {
        return raw.codePoints()
                .filter(c -> c != SOFT_HYPHEN && c != BYTE_ORDER_MARK && c != ZERO_WIDTH_SPACE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean turnsDirection(int c) {
        return c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }

    private boolean isUnprintable(int c) {
        if (c == '\n') {
            return !lines;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> true;
            // The joiners are part of how some scripts are written.
            case Character.FORMAT -> c != 0x200C && c != 0x200D;
            default -> false;
        };
    }

    private static boolean hasStackedMarks(String text) {
        int marks = 0;
        for (int c : text.codePoints().toArray()) {
            marks = Character.getType(c) == Character.NON_SPACING_MARK ? marks + 1 : 0;
            if (marks > MOST_MARKS_IN_A_ROW) {
                return true;
            }
        }
        return false;
    }
}
