package app.countersign.kernel;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Lines of the log, as {@code 2026-11-22T07:14:03.120Z WARNING app.countersign.…: what happened}. A message begins one line
 * and only one: line breaks, escape sequences and other control characters that somebody put into a name or an address
 * are written as {@code \n} or {@code \u001b}, so that nobody forges a line or repaints a terminal. The lines of a stack
 * trace are indented.
 */
public final class LogLines extends Formatter {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);
    private static final int DEEPEST_CAUSE = 12;

    /** What the server says of itself at its start, in many lines that others read; nothing of it comes from outside. */
    private static final String SERVER = "PayaraMicro";

    /** The server puts whole traces into messages. */
    private static final int LONGEST = 2000;

    /** From now on everything that is printed is printed so. */
    public static void takeOver() {
        Arrays.stream(Logger.getLogger("").getHandlers()).forEach(LogLines::takeOver);
    }

    private static void takeOver(Handler handler) {
        handler.setFormatter(new LogLines());
    }

    @Override
    public String format(LogRecord entry) {
        StringBuilder lines = new StringBuilder(TIME.format(entry.getInstant()))
                .append(' ')
                .append(entry.getLevel().getName())
                .append(' ')
                .append(plain(String.valueOf(entry.getLoggerName())))
                .append(": ")
                .append(
                        SERVER.equals(entry.getLoggerName())
                                ? formatMessage(entry)
                                : plain(bounded(formatMessage(entry))))
                .append('\n');
        Throwable thrown = entry.getThrown();
        for (int depth = 0; thrown != null && depth < DEEPEST_CAUSE; depth++) {
            append(lines, depth == 0 ? "  " : "  caused by ", thrown);
            thrown = thrown.getCause();
        }
        return lines.toString();
    }

    private static void append(StringBuilder lines, String before, Throwable thrown) {
        lines.append(before).append(plain(bounded(thrown.toString()))).append('\n');
        for (StackTraceElement frame : thrown.getStackTrace()) {
            lines.append("    at ").append(frame).append('\n');
        }
    }

    private static String bounded(String message) {
        return message.length() <= LONGEST ? message : message.substring(0, LONGEST) + " …";
    }

    /** With control characters, and those that change the direction of text, written out. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n') {
                plain.append("\\n");
            } else if (c == '\r') {
                plain.append("\\r");
            } else if (isHarmless(c)) {
                plain.appendCodePoint(c);
            } else {
                plain.append(String.format("\\u%04x", c));
            }
        });
        return plain.toString();
    }

    private static boolean isHarmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
