package app.countersign.terms;

import app.countersign.kernel.Texts;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One version of one contract form: words, layout and terms, complete and without flaws. Immutable.
 *
 * <p>It is known by {@link #code()} and {@link #hash()}. Keep {@link #files()} to read the very same version again with
 * {@link #of(Map, String)} after the folder has changed.
 */
public final class Template {

    private final String code;
    private final TermsFile terms;
    private final Optional<StatedMeasures> measures;
    private final SortedMap<Locale, Words> words;
    private final SortedMap<String, byte[]> files;
    private final String hash;

    Template(
            String code,
            TermsFile terms,
            Optional<StatedMeasures> measures,
            SortedMap<Locale, Words> words,
            SortedMap<String, byte[]> files) {
        this.code = code;
        this.terms = terms;
        this.measures = measures;
        this.words = words;
        this.files = files;
        this.hash = Hash.of(files);
    }

    /**
     * A template from its files, by name relative to the folder ({@code terms.yaml}). Files that only tell of the
     * origin ({@code source.*}, {@code differences.yaml}) may be among them and do not count.
     *
     * @throws Flawed with every flaw found
     */
    public static Template of(Map<String, byte[]> files, String code) {
        return Linter.read(files, code);
    }

    /** The folder's name: {@code okomo-dpa}. */
    public String code() {
        return code;
    }

    /** SHA-256 in lower-case hex over names and bytes of {@link #files()}: the version's identity. */
    public String hash() {
        return hash;
    }

    /** The version as people call it, printed in the running header: {@code 15.01.2024}. */
    public String version() {
        return terms.version();
    }

    public String title(Locale language) {
        return terms.title().in(language);
    }

    /** The code of the organisation that is the processor: {@code okomo}. */
    public String processor() {
        return terms.processor();
    }

    /** What contract numbers begin with: {@code OKO}. */
    public String prefix() {
        return terms.prefix();
    }

    /** The languages in which there are words. */
    public List<Locale> languages() {
        return List.copyOf(words.keySet());
    }

    /** The language whose words bind the parties; {@link #bindingWordsMissing()} where we do not have them. */
    public Locale bindingLanguage() {
        return terms.binding();
    }

    /** Whether the words that bind are not here, and what is shown only informs. */
    public boolean bindingWordsMissing() {
        return words.values().stream().noneMatch(each -> each.isIn(bindingLanguage()));
    }

    /** What a page says when the words that bind are missing; the words themselves carry the same notice. */
    public Optional<String> notice(Locale reader) {
        if (!bindingWordsMissing()) {
            return Optional.empty();
        }
        Locale told = Texts.supported(reader);
        return Optional.of(Texts.of(reader)
                .text(
                        "terms.notice.binding-missing",
                        bindingLanguage().getDisplayLanguage(told),
                        languages().get(0).getDisplayLanguage(told)));
    }

    public Conclusion conclusion() {
        return terms.conclusion();
    }

    public Unsigned unsigned() {
        return terms.unsigned();
    }

    /** Every term, in the order of the terms file. */
    public List<Term> terms() {
        return terms.terms();
    }

    /** The terms of one kind: what a room listens to. */
    public List<Term> terms(String kind) {
        return terms().stream().filter(term -> term.kind().equals(kind)).toList();
    }

    /** The technical and organisational measures of its annex; empty if the folder tells of none. */
    public Optional<StatedMeasures> measures() {
        return measures;
    }

    /** The categories of data for which the contract says how long they are kept: by name, in words. */
    public SortedMap<String, String> dataCategories(Locale language) {
        SortedMap<String, String> categories = new TreeMap<>();
        terms("retain")
                .forEach(term -> term.symbols("data").forEach(name -> categories.put(name, term.name(name, language))));
        return categories;
    }

    public List<Contradiction> contradictions() {
        return terms.contradictions();
    }

    /** The clauses that answer to a point of Art. 28 GDPR; never empty. */
    public List<Clause> clauses(Article28 point) {
        return terms.coverage().get(point);
    }

    /** Every clause of the words in that language (or the nearest), by id, in the order of the words. */
    public Map<String, Clause> clauses(Locale language) {
        return wordsIn(language).clauses();
    }

    /** The words in that language, or else in the binding one, or else the first: well-formed XHTML in UTF-8. */
    public byte[] words(Locale language) {
        return files.get(wordsIn(language).file()).clone();
    }

    /** The language that {@link #words(Locale)} answers in. */
    public Locale wordsLanguage(Locale language) {
        return wordsIn(language).language();
    }

    /** The style sheet, CSS in UTF-8. */
    public byte[] layout() {
        return files.get(Linter.LAYOUT).clone();
    }

    /** A file beside the words that they or the layout refer to, by its name. */
    public Optional<byte[]> resource(String name) {
        return Optional.ofNullable(files.get(name)).map(byte[]::clone);
    }

    /** The fields that the words hold, without the prefix {@code field.}: {@code controller.company}. */
    public Set<String> signatureFields() {
        return terms.fields().keySet();
    }

    /** What a field is called in a form: "Firmenname". */
    public String label(String field, Locale language) {
        Wording own = terms.fields().get(field);
        return own == null ? Texts.of(language).text("terms.field." + field) : own.in(language);
    }

    /** What this version consists of, by name: enough for {@link #of(Map, String)}. */
    public SortedMap<String, byte[]> files() {
        SortedMap<String, byte[]> copy = new TreeMap<>();
        files.forEach((name, bytes) -> copy.put(name, bytes.clone()));
        return Collections.unmodifiableSortedMap(copy);
    }

    private Words wordsIn(Locale language) {
        Collection<Words> all = words.values();
        return all.stream()
                .filter(each -> each.isIn(language))
                .findFirst()
                .orElseGet(() -> Words.nearest(all, bindingLanguage()));
    }

    @Override
    public String toString() {
        return code + " " + version() + " " + hash.substring(0, 12);
    }
}
