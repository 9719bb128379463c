package app.countersign.importing;

import app.countersign.kernel.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A file that somebody brings as a table: CSV or XLSX, told by its first bytes and not by its name. Whatever it is, no more
 * than bounded memory is spent on it.
 */
final class TableFile {

    /** In bytes. */
    static final int LARGEST = 5 * 1024 * 1024;

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /** Word and Excel up to 2003, and every encrypted document since. */
    private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private TableFile() {}

    /**
     * @param content null if there is none
     * @throws Refused with what is to be done, if it can't be read or is too large
     */
    static Grid read(InputStream content) {
        try {
            byte[] bytes = content == null ? new byte[0] : content.readNBytes(LARGEST + 1);
            if (bytes.length == 0) {
                throw Refused.because("importing.refusal.no-file");
            }
            if (bytes.length > LARGEST) {
                throw Refused.because("importing.refusal.large", LARGEST / 1024 / 1024);
            }
            if (begins(bytes, COMPOUND) || begins(bytes, new byte[] {'%', 'P', 'D', 'F'})) {
                throw Refused.because("importing.refusal.kind");
            }
            return begins(bytes, ZIP) ? spreadsheet(bytes) : CommaSeparated.read(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean begins(byte[] bytes, byte[] mark) {
        return bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }

    /** Its directory stands at the end, so it is read from a file. */
    private static Grid spreadsheet(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("countersign", ".xlsx");
        try {
            Files.write(file, bytes);
            return XlsxFile.read(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
