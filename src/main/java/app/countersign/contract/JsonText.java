package app.countersign.contract;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;

/** Writes maps, collections, strings, numbers and booleans as JSON (RFC 8259), in their order, indented by two. */
final class JsonText {

    private final StringBuilder out = new StringBuilder();

    private JsonText() {}

    static String of(Map<String, ?> object) {
        JsonText json = new JsonText();
        json.value(object, "\n");
        return json.out.append('\n').toString();
    }

    private void value(Object value, String indent) {
        if (value instanceof Map<?, ?> map) {
            object(map, indent);
        } else if (value instanceof Collection<?> list) {
            list(list, indent);
        } else if (value == null || value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else {
            string(String.valueOf(value));
        }
    }

    private void object(Map<?, ?> map, String indent) {
        out.append('{');
        for (Iterator<? extends Map.Entry<?, ?>> i = map.entrySet().iterator(); i.hasNext(); ) {
            Map.Entry<?, ?> entry = i.next();
            out.append(indent).append("  ");
            string(String.valueOf(entry.getKey()));
            out.append(": ");
            value(entry.getValue(), indent + "  ");
            out.append(i.hasNext() ? "," : indent);
        }
        out.append('}');
    }

    private void list(Collection<?> list, String indent) {
        out.append('[');
        for (Iterator<?> i = list.iterator(); i.hasNext(); ) {
            out.append(indent).append("  ");
            value(i.next(), indent + "  ");
            out.append(i.hasNext() ? "," : indent);
        }
        out.append(']');
    }

    private void string(String text) {
        out.append('"');
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                default -> {
                    if (c < ' ') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
