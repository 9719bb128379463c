package app.countersign.document;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A document of ours being written, as XHTML: headings, facts, tables, paragraphs. Whatever people typed is escaped, and a
 * letter that our faces lack is written as its number instead of being refused.
 */
public final class OwnSheet {

    private final StringBuilder body = new StringBuilder();

    public OwnSheet title(String text) {
        return element("h1", text);
    }

    public OwnSheet heading(String text) {
        return element("h2", text);
    }

    /** Each line a paragraph. */
    public OwnSheet text(String text) {
        text.lines().filter(line -> !line.isBlank()).forEach(line -> element("p", line));
        return this;
    }

    public OwnSheet lead(String text) {
        body.append("<p class=\"lead\">").append(escaped(text)).append("</p>");
        return this;
    }

    public OwnSheet note(String text) {
        body.append("<p class=\"note\">").append(escaped(text)).append("</p>");
        return this;
    }

    /** A table of names and what there is to say of each; those without are left out. */
    public OwnSheet facts(List<Fact> facts) {
        List<Fact> given =
                facts.stream().filter(fact -> !fact.value().isBlank()).toList();
        if (given.isEmpty()) {
            return this;
        }
        body.append("<table class=\"facts\">");
        for (Fact fact : given) {
            body.append("<tr><th>").append(escaped(fact.name()));
            if (!fact.citation().isEmpty()) {
                body.append("<div class=\"cite\">")
                        .append(escaped(fact.citation()))
                        .append("</div>");
            }
            body.append("</th><td>");
            fact.value()
                    .lines()
                    .forEach(line -> body.append("<div>")
                            .append(line.isBlank() ? "&#160;" : escaped(line))
                            .append("</div>"));
            body.append("</td></tr>");
        }
        body.append("</table>");
        return this;
    }

    /** @param value of several lines, if need be
     * @param citation what asks for it; may be empty */
    public record Fact(String name, String value, String citation) {

        public static Fact of(String name, String value) {
            return new Fact(name, value, "");
        }
    }

    /** Nothing at all without rows. */
    public OwnSheet table(List<String> heads, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return this;
        }
        body.append("<table class=\"rows\"><thead><tr>");
        heads.forEach(head -> body.append("<th>").append(escaped(head)).append("</th>"));
        body.append("</tr></thead><tbody>");
        for (List<String> row : rows) {
            body.append("<tr>");
            row.forEach(cell -> body.append("<td>").append(escaped(cell)).append("</td>"));
            body.append("</tr>");
        }
        body.append("</tbody></table>");
        return this;
    }

    private OwnSheet element(String name, String text) {
        body.append('<').append(name).append('>').append(escaped(text));
        body.append("</").append(name).append('>');
        return this;
    }

    byte[] xhtml(String title) {
        return ("<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>" + escaped(title) + "</title></head><body>"
                        + body + "</body></html>")
                .getBytes(StandardCharsets.UTF_8);
    }

    static String escaped(String text) {
        return legible(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** As it can be set in our faces. */
    public static String legible(String text) {
        String clean = Letters.clean(text);
        if (Letters.refusal(clean).isEmpty()) {
            return clean;
        }
        StringBuilder legible = new StringBuilder();
        clean.codePoints().forEach(letter -> {
            if (Letters.refusal(Character.toString(letter)).isEmpty()) {
                legible.appendCodePoint(letter);
            } else {
                legible.append("[U+%04X]".formatted(letter));
            }
        });
        return legible.toString();
    }
}
