package app.countersign.backup;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * One row, as a line of JSON: an array of its values in the order of the table's columns. Bytes are written in Base64,
 * but for long ones, of which the line holds the length; they follow the line as they are.
 *
 * @param line without its end, UTF-8
 * @param raw the long ones, in the order of their columns
 */
record Row(byte[] line, List<byte[]> raw) {

    private static final int LONGEST_IN_LINE = 1024;
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    static Row of(Object... values) {
        StringBuilder line = new StringBuilder("[");
        List<byte[]> raw = new ArrayList<>(1);
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                line.append(',');
            }
            write(line, values[i], raw);
        }
        return new Row(line.append(']').toString().getBytes(StandardCharsets.UTF_8), raw);
    }

    private static void write(StringBuilder line, Object value, List<byte[]> raw) {
        if (value instanceof String text) {
            quote(line, text);
        } else if (value instanceof byte[] bytes && bytes.length > LONGEST_IN_LINE) {
            line.append(bytes.length);
            raw.add(bytes);
        } else if (value instanceof byte[] bytes) {
            quote(line, Base64.getEncoder().encodeToString(bytes));
        } else {
            line.append(value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value));
        }
    }

    private static void quote(StringBuilder line, String text) {
        line.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                line.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                escape(line, c);
            } else {
                line.append(c);
            }
        }
        line.append('"');
    }

    /** Half a pair, which a database may hold, could not be written in UTF-8. */
    private static void escape(StringBuilder line, char c) {
        line.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            line.append(HEX[c >> shift & 0xf]);
        }
    }

    long size() {
        return line.length + raw.stream().mapToLong(bytes -> bytes.length).sum();
    }

    /** The lengths of the long ones that follow such a line. */
    static List<Integer> lengths(Table table, byte[] line) throws IOException {
        List<Integer> lengths = new ArrayList<>();
        if (!table.holdsBytes()) {
            return lengths;
        }
        Object[] values = read(table, line);
        for (int i = 0; i < values.length; i++) {
            if (table.columns().get(i).kind() == Kind.BYTES && values[i] instanceof Long length) {
                lengths.add(length.intValue());
            }
        }
        return lengths;
    }

    Object[] values(Table table) throws IOException {
        Object[] values = read(table, line);
        int next = 0;
        for (int i = 0; i < values.length; i++) {
            if (table.columns().get(i).kind() == Kind.BYTES && values[i] != null) {
                values[i] = values[i] instanceof Long
                        ? raw.get(next++)
                        : Base64.getDecoder().decode((String) values[i]);
            }
        }
        return values;
    }

    private static Object[] read(Table table, byte[] line) throws IOException {
        try (JsonReader json = new JsonReader(new StringReader(new String(line, StandardCharsets.UTF_8)))) {
            Object[] values = new Object[table.columns().size()];
            json.beginArray();
            for (int i = 0; i < values.length; i++) {
                values[i] = read(json, table.columns().get(i).kind());
            }
            json.endArray();
            return values;
        }
    }

    private static Object read(JsonReader json, Kind kind) throws IOException {
        JsonToken token = json.peek();
        if (token == JsonToken.NULL) {
            json.nextNull();
            return null;
        }
        return switch (kind) {
            case WHOLE -> json.nextLong();
            case NUMBER -> new BigDecimal(json.nextString());
            case TRUTH -> json.nextBoolean();
            case BYTES -> token == JsonToken.NUMBER ? (Object) json.nextLong() : json.nextString();
            default -> json.nextString();
        };
    }
}
