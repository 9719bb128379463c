package app.countersign.kernel;

import java.util.Map;
import java.util.SortedMap;

/**
 * Writes canonical JSON, as the trail's verifier reads it: what RFC 8785 says, held to objects whose names are ASCII,
 * strings, booleans and whole numbers. Any other number becomes a string.
 */
public final class CanonicalJson {

    private static final long LARGEST = (1L << 53) - 1;
    private static final char REPLACEMENT = '\ufffd';

    private CanonicalJson() {}

    /** @param values sorted; no value may be null */
    public static String object(SortedMap<String, ?> values) {
        StringBuilder json = new StringBuilder("{");
        for (Map.Entry<String, ?> member : values.entrySet()) {
            json.append(json.length() > 1 ? "," : "");
            string(json, member.getKey());
            json.append(':');
            value(json, member.getValue());
        }
        return json.append('}').toString();
    }

    public static String string(String text) {
        StringBuilder json = new StringBuilder();
        string(json, text);
        return json.toString();
    }

    private static void value(StringBuilder json, Object value) {
        if (value instanceof Raw raw) {
            json.append(raw.json());
        } else if (value instanceof Boolean) {
            json.append(value);
        } else if (isWhole(value) && Math.abs(((Number) value).longValue()) <= LARGEST) {
            json.append(((Number) value).longValue());
        } else {
            string(json, value.toString());
        }
    }

    /** Canonical JSON already. */
    public record Raw(String json) {}

    private static boolean isWhole(Object value) {
        return value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte;
    }

    private static void string(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                json.append(c).append(text.charAt(++i));
            } else {
                character(json, Character.isSurrogate(c) ? REPLACEMENT : c);
            }
        }
        json.append('"');
    }

    private static void character(StringBuilder json, char c) {
        switch (c) {
            case '"' -> json.append("\\\"");
            case '\\' -> json.append("\\\\");
            case '\b' -> json.append("\\b");
            case '\f' -> json.append("\\f");
            case '\n' -> json.append("\\n");
            case '\r' -> json.append("\\r");
            case '\t' -> json.append("\\t");
            default -> {
                if (c < ' ') {
                    json.append(String.format("\\u%04x", (int) c));
                } else {
                    json.append(c);
                }
            }
        }
    }
}
