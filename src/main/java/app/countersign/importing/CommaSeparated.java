package app.countersign.importing;

import app.countersign.kernel.Refused;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * CSV as programs write it (RFC 4180): with commas, semicolons or tabs, in UTF-8 or, as older spreadsheets do, in
 * Windows-1252.
 */
final class CommaSeparated {

    private static final Charset OLD = Charset.forName("windows-1252");
    private static final String SEPARATORS = ";\t,";

    private final String text;
    private final char separator;
    private final GridBuilder grid = new GridBuilder();
    private final StringBuilder cell = new StringBuilder();
    private final List<String> row = new ArrayList<>();
    private boolean quoted;

    private CommaSeparated(String text) {
        this.text = text;
        this.separator = separator(text);
    }

    static Grid read(byte[] bytes) {
        String text = decoded(bytes);
        if (text.indexOf('\0') >= 0) {
            throw Refused.because("importing.refusal.kind");
        }
        return new CommaSeparated(text.startsWith("\ufeff") ? text.substring(1) : text).read();
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, OLD);
        }
    }

    /** Whatever stands most often in the head. */
    private static char separator(String text) {
        String head = text.lines().findFirst().orElse("");
        return (char) SEPARATORS
                .chars()
                .reduce((one, other) -> count(head, other) > count(head, one) ? other : one)
                .orElseThrow();
    }

    private static long count(String text, int letter) {
        return text.chars().filter(one -> one == letter).count();
    }

    private Grid read() {
        int line = 1;
        int begins = 1;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            line += letter == '\n' ? 1 : 0;
            if (quoted) {
                boolean twice = letter == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
                if (letter == '"' && !twice) {
                    quoted = false;
                } else {
                    cell.append(letter);
                    i += twice ? 1 : 0;
                }
            } else if (letter == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (letter == separator) {
                endCell();
            } else if (letter == '\n') {
                endRow(begins);
                begins = line;
            } else if (letter != '\r') {
                cell.append(letter);
            }
        }
        if (quoted) {
            throw Refused.because("importing.refusal.quote", begins);
        }
        endRow(begins);
        return grid.grid();
    }

    private void endCell() {
        row.add(harmless(cell.toString()));
        cell.setLength(0);
        if (row.size() > Grid.MOST_COLUMNS * 4) {
            throw Refused.because("importing.refusal.columns", Grid.MOST_COLUMNS);
        }
    }

    private void endRow(int number) {
        endCell();
        grid.row(number, row);
        row.clear();
    }

    /** Our own tables write an apostrophe before what a spreadsheet would take for a formula. */
    private static String harmless(String cell) {
        return cell.matches("(?s)'[=+\\-@].*") ? cell.substring(1) : cell;
    }
}
