package app.countersign.access;

import app.countersign.kernel.Refused;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Passwords that breaches have made known, in a file that the installation keeps: one SHA-1 in hexadecimal digits a line,
 * in order, whatever follows it, as "Pwned Passwords" is offered for download. It may have many gigabytes and is never
 * read as a whole; nothing leaves the installation.
 */
final class BreachedPasswords {

    private static final int DIGITS = 40;

    private final Path file;

    BreachedPasswords(Path file) {
        this.file = file;
    }

    /** @throws Refused if the file can't be read: nobody is let pass unasked */
    boolean contains(String password) {
        String wanted = sha1(password);
        try (RandomAccessFile lines = new RandomAccessFile(file.toFile(), "r")) {
            long from = 0;
            long to = lines.length();
            while (from < to) {
                long middle = (from + to) / 2;
                String digits = lineFrom(lines, middle);
                if (digits.isEmpty() || digits.compareTo(wanted) >= 0) {
                    to = middle;
                } else {
                    from = middle + 1;
                }
            }
            return lineFrom(lines, from).equals(wanted);
        } catch (IOException e) {
            throw Refused.because("access.password.breached-unread");
        }
    }

    /** The digits of the first line that begins there or later; empty at the end. */
    private static String lineFrom(RandomAccessFile lines, long place) throws IOException {
        lines.seek(Math.max(0, place - 1));
        if (place > 0) {
            // The rest of the line before, if only its end.
            lines.readLine();
        }
        String line = lines.readLine();
        return line == null
                ? ""
                : line.substring(0, Math.min(DIGITS, line.length())).toUpperCase(Locale.ROOT);
    }

    private static String sha1(String password) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
