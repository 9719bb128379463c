package app.countersign.scope;

import app.countersign.it.ApiClient.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Judges answers, several at a time, and keeps what it finds until the end, so that one leak doesn't hide the next. */
final class Leaks {

    /** What differs between two answers to the same question: nonces, the state of forms, references, codes that the
     * demonstration fills in, when a key was used, the time and how
     * much of it is left. */
    private static final Pattern VOLATILE = Pattern.compile(
            String.join(
                    "|",
                    "<meta name=\"now\"[^>]*>",
                    " nonce=\"[^\"]*\"",
                    "<script id=\"[^\"]*\"",
                    "(?<=Kennung: )\\w+",
                    "(?<=proof-code\" value=\")\\d+",
                    "\"lastUsedAt\":\"[^\"]*\"",
                    "\"asOf\":\"[^\"]*\"",
                    // Of a fact: when it was looked at, and the hash over it and that.
                    "\"at\":\"[^\"]*\"(?=,\"measures\")",
                    "\"sha256\":\"\\w+\"(?=,\"values\")",
                    "<span class=\"code\" title=\"\\w{64}\">\\w+…</span>",
                    "csp\\.init\\('[^']*'\\)",
                    "getElementById\\('[^']*'\\)",
                    "<input [^>]*type=\"hidden\"[^>]*>",
                    "<time\\b.*?</time>",
                    "<update id=\"[^\"]*ViewState[^>]*>.*?</update>"),
            Pattern.DOTALL);

    private final List<String> found = new ArrayList<>();
    private int cells;

    synchronized List<String> found() {
        return List.copyOf(found);
    }

    synchronized int cells() {
        return cells;
    }

    synchronized void cell() {
        cells++;
    }

    private synchronized void add(String leak) {
        found.add(leak);
    }

    /** The status is one of those, whatever the body says. */
    void hasStatus(String cell, Answer answer, Collection<Integer> expected) {
        if (!expected.contains(answer.status())) {
            add(cell + ": " + answer.status() + " instead of " + expected);
        }
    }

    /** Nobody on the way keeps it, nor the browser; and the browser is told what to refrain from. Pictures of templates,
     * which tell of nobody, are the exception. */
    void isKeptByNobody(String cell, Answer answer) {
        if (cell.contains("/contract/page-image?version=")) {
            return;
        }
        String kept = answer.headers().firstValue("Cache-Control").orElse("");
        if (!kept.equals("no-store")) {
            add(cell + ": may be stored, Cache-Control is '" + kept + "'");
        }
        if (answer.headers().firstValue("Content-Security-Policy").isEmpty()) {
            add(cell + ": has no content security policy");
        }
    }

    /** None of the marks is in it; what was asked for may come back as an echo.
     *
     * @param asked the names that the request said, with their values */
    void isFreeOf(String cell, Answer answer, Map<String, String> asked, Collection<String> marks) {
        String text = plain(answer, asked);
        marks.stream()
                .filter(mark -> !asked.containsValue(mark))
                .filter(text::contains)
                .forEach(mark -> add(cell + ": shows " + mark + " in …"
                        + text.substring(Math.max(0, text.indexOf(mark) - 80), text.indexOf(mark)) + "…"));
    }

    /** To who asks, another's thing is as if it weren't there. */
    void areAlike(String cell, Answer foreign, Map<String, String> asked, Answer unknown, Map<String, String> made) {
        difference(foreign, asked, unknown, made).ifPresent(difference -> differs(cell, difference));
    }

    void differs(String cell, String difference) {
        add(cell + ": " + difference);
    }

    /** In what an answer about another's differs from one about nobody's; empty if in nothing. */
    static Optional<String> difference(
            Answer foreign, Map<String, String> asked, Answer unknown, Map<String, String> made) {
        if (foreign.status() != unknown.status()) {
            return Optional.of(foreign.status() + " for another's, " + unknown.status() + " for nobody's");
        }
        String one = plain(foreign, asked);
        String other = plain(unknown, made);
        if (one.equals(other)) {
            return Optional.empty();
        }
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return Optional.of("for another's …" + cut(one, at) + "…, for nobody's …" + cut(other, at) + "…");
    }

    private static String cut(String text, int at) {
        return text.substring(Math.max(0, at - 30), Math.min(text.length(), at + 60))
                .replaceAll("\\s+", " ");
    }

    /** The answer without what differs each time, and with names in place of what was asked for. */
    static String plain(Answer answer, Map<String, String> asked) {
        String text = VOLATILE.matcher(answer.text()).replaceAll("");
        List<Map.Entry<String, String>> longestFirst = asked.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, String> name) ->
                                name.getValue().length())
                        .reversed())
                .toList();
        for (Map.Entry<String, String> name : longestFirst) {
            for (String spelled :
                    List.of(name.getValue(), URLEncoder.encode(name.getValue(), StandardCharsets.UTF_8))) {
                text = text.replace(spelled, "{" + name.getKey() + "}");
            }
        }
        return answer.headers().firstValue("Content-Type").orElse("") + "\n" + text;
    }
}
