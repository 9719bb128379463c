package app.countersign.terms;

import java.util.List;

/** A clause while its words are being read. Its label is made when all of them are known. */
final class OpenClause {

    private final String id;
    private final int line;
    private final OpenClause around;
    private final String cite;
    private final StringBuilder heading = new StringBuilder();
    private final StringBuilder text = new StringBuilder();

    /**
     * @param cite how it is cited: {@code ##} is the whole id with points and stands alone; {@code #} is the id's last
     *     part and {@code *} the heading, both after the label of the clause around it; {@code .#} follows it closely;
     *     empty is that label itself
     */
    OpenClause(String id, int line, OpenClause around, String cite) {
        this.id = id;
        this.line = line;
        this.around = around;
        this.cite = cite;
    }

    String id() {
        return id;
    }

    OpenClause around() {
        return around;
    }

    boolean hasHeading() {
        return !heading.isEmpty();
    }

    void head(String words) {
        heading.append(words);
    }

    void say(String words) {
        text.append(words);
    }

    Clause closed() {
        return new Clause(id, label(), folded(headingHereOrAround()), folded(text.toString()), line);
    }

    private String label() {
        if (cite.contains("##")) {
            return cite.replace("##", id.replace('-', '.'));
        }
        if (cite.isEmpty() && around != null) {
            return around.label();
        }
        String own = cite.replace("#", id.substring(id.lastIndexOf('-') + 1)).replace("*", shortHeading());
        if (around == null) {
            return own;
        }
        return around.label() + separator() + own;
    }

    private String separator() {
        if (cite.startsWith(".")) {
            return "";
        }
        return cite.startsWith("*") || around.cite.startsWith("*") ? ", " : " ";
    }

    private String shortHeading() {
        return folded(heading.toString()).replaceFirst(":$", "");
    }

    private String headingHereOrAround() {
        return hasHeading() || around == null ? heading.toString() : around.headingHereOrAround();
    }

    static String folded(String text) {
        return text.strip().replaceAll("[\\s\\u00a0]+", " ");
    }

    /** The pattern for clauses at that depth below the element that states the patterns, from 1. */
    static String pattern(List<String> patterns, int depth) {
        return patterns.isEmpty() ? "*" : patterns.get(Math.min(depth, patterns.size()) - 1);
    }
}
