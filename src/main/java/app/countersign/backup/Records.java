package app.countersign.backup;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The inside of a backup: records, each a letter, a length of four bytes (big endian) and as many bytes. {@code T} says
 * in JSON which table comes now; {@code R} holds rows of it, lines of JSON, deflated (zlib); {@code B} the bytes that are
 * too long for a line, in the lines' order; {@code M}, the last one, is the {@link Manifest}.
 */
final class Records {

    private static final int LINES_BYTES = 64 << 10;
    private static final int RAW_BYTES = 4 << 20;
    private static final int LONGEST = 512 << 20;

    private Records() {}

    static final class Out {

        private final DataOutputStream out;
        private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
        private final List<byte[]> raw = new ArrayList<>();
        private long rawBytes;

        Out(OutputStream out) {
            this.out = new DataOutputStream(out);
        }

        void begin(Table table) throws IOException {
            flush();
            record('T', bytes(table.json()));
        }

        void add(Row row) throws IOException {
            lines.writeBytes(row.line());
            lines.write('\n');
            raw.addAll(row.raw());
            rawBytes += row.size() - row.line().length;
            if (lines.size() >= LINES_BYTES || rawBytes >= RAW_BYTES) {
                flush();
            }
        }

        void end(Manifest manifest) throws IOException {
            flush();
            record('M', bytes(manifest.json()));
            out.flush();
        }

        private void flush() throws IOException {
            if (lines.size() == 0) {
                return;
            }
            record('R', deflated(lines.toByteArray()));
            for (byte[] bytes : raw) {
                record('B', bytes);
            }
            lines.reset();
            raw.clear();
            rawBytes = 0;
        }

        private void record(char letter, byte[] bytes) throws IOException {
            out.write(letter);
            out.writeInt(bytes.length);
            out.write(bytes);
        }

        private static byte[] deflated(byte[] bytes) throws IOException {
            Deflater deflater = new Deflater(Deflater.BEST_SPEED);
            ByteArrayOutputStream result = new ByteArrayOutputStream(bytes.length / 2);
            try (DeflaterOutputStream deflating = new DeflaterOutputStream(result, deflater)) {
                deflating.write(bytes);
            } finally {
                deflater.end();
            }
            return result.toByteArray();
        }

        private static byte[] bytes(JsonObject json) {
            return json.toString().getBytes(StandardCharsets.UTF_8);
        }
    }

    /** What reads a backup is told of each table and each group of its rows. */
    interface Reader {

        void table(Table table) throws IOException;

        void rows(List<Row> rows) throws IOException;
    }

    /** Reads to the end.
     *
     * @throws IOException if what comes is no such record */
    static Manifest read(InputStream stream, Reader reader) throws IOException {
        DataInputStream in = new DataInputStream(stream);
        Table table = null;
        while (true) {
            int letter = in.read();
            byte[] bytes = bytes(in);
            switch (letter) {
                case 'T' -> {
                    table = Table.of(json(bytes));
                    reader.table(table);
                }
                case 'R' -> reader.rows(rows(table, bytes, in));
                case 'M' -> {
                    return end(in, bytes);
                }
                default -> throw new IOException("no record begins with " + letter);
            }
        }
    }

    private static Manifest end(DataInputStream in, byte[] bytes) throws IOException {
        if (in.read() >= 0) {
            throw new IOException("something follows the last record");
        }
        return Manifest.of(json(bytes));
    }

    private static List<Row> rows(Table table, byte[] deflated, DataInputStream in) throws IOException {
        byte[] lines = new InflaterInputStream(new ByteArrayInputStream(deflated)).readAllBytes();
        List<Row> rows = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < lines.length; i++) {
            if (lines[i] == '\n') {
                byte[] line = java.util.Arrays.copyOfRange(lines, from, i);
                rows.add(new Row(line, raw(Row.lengths(table, line), in)));
                from = i + 1;
            }
        }
        return rows;
    }

    private static List<byte[]> raw(List<Integer> lengths, DataInputStream in) throws IOException {
        List<byte[]> raw = new ArrayList<>();
        for (int length : lengths) {
            byte[] bytes = in.read() == 'B' ? bytes(in) : new byte[0];
            if (bytes.length != length) {
                throw new IOException("a row's bytes are not behind it");
            }
            raw.add(bytes);
        }
        return raw;
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("no record has " + length + " bytes");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }

    private static JsonObject json(byte[] bytes) {
        return JsonParser.parseString(new String(bytes, StandardCharsets.UTF_8)).getAsJsonObject();
    }
}
