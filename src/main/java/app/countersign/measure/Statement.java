package app.countersign.measure;

import app.countersign.terms.Span;
import app.countersign.terms.StatedMeasure;
import app.countersign.terms.StatedMeasures;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a version of a measure says. */
@Embeddable
public class Statement {

    static final int LONGEST_WORDS = 10_000;
    static final int LONGEST_TITLE = 200;

    @Column(name = "title_de")
    private String german;

    @Column(name = "title_en")
    private String english;

    private String label;
    private String words;
    private String goal;
    private String category;
    private String controls;
    private String names;

    @Column(name = "every_span")
    private String every;

    @Column(name = "slack_span")
    private String slack;

    @Column(name = "review_span")
    private String review;

    @Column(name = "evidence_span")
    private String evidence;

    protected Statement() {}

    /** As a template states it. */
    static Statement of(StatedMeasure stated, StatedMeasures annex) {
        Statement statement = new Statement();
        statement.german = stated.title(Locale.GERMAN);
        statement.english = stated.title(Locale.ENGLISH);
        statement.label = stated.label();
        statement.words = stated.words();
        statement.goal = stated.goal();
        statement.category = stated.category();
        statement.controls = String.join(" ", stated.controls());
        statement.names = String.join(" ", stated.names());
        statement.every = stated.every().map(Span::toString).orElse(null);
        statement.slack = stated.slack().map(Span::toString).orElse(null);
        statement.review = stated.review().map(Span::toString).orElse(null);
        statement.evidence = annex.evidence().toString();
        return statement;
    }

    /** The same in other words, and as often as is said here.
     *
     * @param often how often it is promised anew; empty where it isn't
     * @param looked how often a person reviews it; empty for as often as the annex says */
    Statement saying(String saidWords, Optional<Span> often, Optional<Span> looked) {
        Statement statement = new Statement();
        statement.german = german;
        statement.english = english;
        statement.label = label;
        statement.words = saidWords;
        statement.goal = goal;
        statement.category = category;
        statement.controls = controls;
        statement.names = names;
        statement.every = often.map(Span::toString).orElse(null);
        statement.slack = slack;
        statement.review = looked.map(Span::toString).orElse(null);
        statement.evidence = evidence;
        return statement;
    }

    /** SHA-256 of all that is said, by which a change in a template is seen. */
    String hash() {
        String all = Stream.of(
                        german, english, label, words, goal, category, controls, names, every, slack, review, evidence)
                .map(String::valueOf)
                .collect(Collectors.joining("\u001f"));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    public String title(Locale language) {
        return language.getLanguage().equals("de") ? german : english;
    }

    /** How its first clause is cited. */
    public String label() {
        return label;
    }

    /** In the language of the contract, a line for each clause. */
    public String words() {
        return words;
    }

    /** Of Art. 32(1) GDPR, as the catalogue calls it. */
    public String goal() {
        return goal;
    }

    /** Of Annex II to the standard contractual clauses, as the catalogue calls it. */
    public String category() {
        return category;
    }

    /** Of ISO/IEC 27001:2022 Annex A. */
    public List<String> controls() {
        return split(controls);
    }

    /** As the terms call what it promises. */
    public List<String> names() {
        return split(names);
    }

    /** How often it is promised anew. */
    public Optional<Span> every() {
        return Optional.ofNullable(every).map(Span::of);
    }

    /** How much later than that its proof may come. */
    Optional<Span> slack() {
        return Optional.ofNullable(slack).map(Span::of);
    }

    /** How often a person reviews it; empty where that is as often as the annex says. */
    public Optional<Span> review() {
        return Optional.ofNullable(review).map(Span::of);
    }

    /** How long evidence of it holds that says nothing else: as long as it is promised, or as the house says. */
    public Span holds() {
        return every().orElseGet(() -> Span.of(evidence));
    }

    private static List<String> split(String joined) {
        return Arrays.stream(joined.split(" ")).filter(part -> !part.isEmpty()).toList();
    }
}
