package app.countersign.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text broken into lines at the size at which it fits its box.
 *
 * @param lines at least one
 * @param size in points
 */
record Setting(Face face, List<String> lines, float size) {

    static final float LEADING = 1.16f;
    static final float INSET = 2;
    static final float LARGEST = 10.5f;
    private static final float SMALLEST = 4;
    /** Below this a second line reads better than a smaller letter. */
    private static final float RATHER_TWO_LINES = 8;

    private static final float STEP = 0.25f;

    /** Empty when it does not fit at any size that can be read. */
    static Optional<Setting> of(Face face, String text, float width, float height, float largest) {
        float room = width - 2 * INSET;
        float start = Math.min(largest, height / (face.ascent() + face.descent()));
        if (text.indexOf('\n') < 0) {
            for (float size = start; size >= RATHER_TWO_LINES; size -= STEP) {
                if (face.width(text, size) <= room) {
                    return Optional.of(new Setting(face, List.of(text), size));
                }
            }
        }
        for (float size = start; size >= SMALLEST; size -= STEP) {
            List<String> lines = broken(face, text, size, room);
            if (height(face, lines.size(), size) <= height) {
                return Optional.of(new Setting(face, lines, size));
            }
        }
        return Optional.empty();
    }

    static Optional<Setting> of(Face face, String text, Placement placement) {
        return of(face, text, placement.width(), placement.height(), LARGEST);
    }

    /** The size at which that many lines fit, at most the usual one. */
    static float sizeFor(Face face, int lines, float height) {
        return Math.min(LARGEST, (float) Math.floor(height / height(face, lines, 1) * 4) / 4);
    }

    private static float height(Face face, int lines, float size) {
        return (face.ascent() + face.descent() + (lines - 1) * LEADING) * size;
    }

    float height() {
        return height(face, lines.size(), size);
    }

    private static List<String> broken(Face face, String text, float size, float room) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            String rest = paragraph.strip();
            do {
                int end = lineEnd(face, rest, size, room);
                lines.add(rest.substring(0, end).strip());
                rest = rest.substring(end).strip();
            } while (!rest.isEmpty());
        }
        return lines;
    }

    /** Where the first line ends: after the last word that fits, or within a word that fills a line by itself. */
    private static int lineEnd(Face face, String text, float size, float room) {
        if (face.width(text, size) <= room) {
            return text.length();
        }
        int fits = 1;
        while (fits < text.length() && face.width(text.substring(0, fits + 1), size) <= room) {
            fits++;
        }
        int space = text.lastIndexOf(' ', fits);
        int hyphen = text.lastIndexOf('-', fits - 1) + 1;
        int end = Math.max(space, hyphen);
        return end > 0 ? end : fits;
    }
}
