package app.countersign.terms;

import app.countersign.kernel.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Judges a template folder as a whole: each file by itself, then whether words and terms fit together. */
final class Linter {

    static final String TERMS = "terms.yaml";
    static final String LAYOUT = "layout.css";

    private final String code;
    private final SortedMap<String, byte[]> files;
    private final List<Flaw> flaws = new ArrayList<>();
    private final SortedMap<Locale, Words> words = new TreeMap<>(Comparator.comparing(Locale::toLanguageTag));

    private Linter(String code, Map<String, byte[]> files) {
        this.code = code;
        this.files = new TreeMap<>();
        files.forEach((name, bytes) -> {
            if (counts(name)) {
                this.files.put(name, bytes.clone());
            }
        });
    }

    /** The template that these files make. */
    static Template read(Map<String, byte[]> files, String code) {
        return new Linter(code, files).template();
    }

    /** Where words came from and how they differ is no part of a version. */
    private static boolean counts(String name) {
        return !name.startsWith("source.") && !name.equals("differences.yaml");
    }

    private Template template() {
        readWords();
        readLayout();
        if (wordsAreWhole()) {
            Optional<TermsFile> terms = readTerms();
            terms.ifPresent(this::compare);
            Optional<StatedMeasures> measures = terms.flatMap(this::readMeasures);
            if (flaws.isEmpty()) {
                return new Template(code, terms.orElseThrow(), measures, words, files);
            }
        }
        throw new Flawed(code, flaws);
    }

    /** Words that stop in the middle would make every clause after that look missing. */
    private boolean wordsAreWhole() {
        return flaws.stream().noneMatch(flaw -> flaw.reason().key().equals(WordsReader.NOT_WELL_FORMED));
    }

    private void readWords() {
        files.forEach((name, bytes) -> {
            if (name.matches("words\\.[A-Za-z-]+\\.xhtml")) {
                Words read = WordsReader.read(code, name, bytes, files.keySet(), flaws);
                words.put(read.language(), read);
            }
        });
        if (words.isEmpty()) {
            flaw("words.<language>.xhtml", 0, "terms.flaw.missing-file");
        }
    }

    private void readLayout() {
        if (files.containsKey(LAYOUT)) {
            LayoutCheck.judge(code + "/" + LAYOUT, files.get(LAYOUT), files.keySet(), flaws);
        } else {
            flaw(LAYOUT, 0, "terms.flaw.missing-file");
        }
    }

    private Optional<TermsFile> readTerms() {
        if (!files.containsKey(TERMS)) {
            flaw(TERMS, 0, "terms.flaw.missing-file");
            return Optional.empty();
        }
        return Entry.read(code + "/" + TERMS, files.get(TERMS), flaws)
                .flatMap(root -> new TermsReader(root, words.values(), flaws).read());
    }

    /** A form may have an annex of measures, or none. */
    private Optional<StatedMeasures> readMeasures(TermsFile terms) {
        byte[] yaml = files.get(MeasuresReader.FILE);
        return yaml == null
                ? Optional.empty()
                : Entry.read(code + "/" + MeasuresReader.FILE, yaml, flaws)
                        .flatMap(root -> new MeasuresReader(
                                        root,
                                        Words.nearest(words.values(), terms.binding())
                                                .clauses(),
                                        terms.terms(),
                                        flaws)
                                .read());
    }

    private void compare(TermsFile terms) {
        for (Words each : words.values()) {
            compareFields(each, terms);
            compareNotice(each, terms.binding());
            compareClauses(each, Words.nearest(words.values(), terms.binding()));
        }
    }

    private void compareFields(Words each, TermsFile terms) {
        for (String field : terms.fields().keySet()) {
            if (!each.fields().containsKey(field)) {
                flaw(each.file(), 0, "terms.flaw.field-missing", field);
            }
        }
        each.fields().forEach((field, line) -> {
            if (!terms.fields().containsKey(field)) {
                flaw(each.file(), line, "terms.flaw.field-unknown", field);
            }
        });
    }

    /** Words that do not bind must say so as long as, and only as long as, the binding ones are missing. */
    private void compareNotice(Words each, Locale binding) {
        boolean missing = words.values().stream().noneMatch(words -> words.isIn(binding));
        if (missing && each.noticeLine() == 0) {
            flaw(each.file(), 1, "terms.flaw.notice-missing", binding.toLanguageTag());
        }
        if (!missing && each.noticeLine() > 0) {
            flaw(each.file(), each.noticeLine(), "terms.flaw.notice-untrue", binding.toLanguageTag());
        }
    }

    private void compareClauses(Words each, Words cited) {
        for (String clause : cited.clauses().keySet()) {
            if (!each.clauses().containsKey(clause)) {
                flaw(each.file(), 0, "terms.flaw.clause-untranslated", clause);
            }
        }
    }

    private void flaw(String file, int line, String key, Object... args) {
        flaws.add(new Flaw(code + "/" + file, line, Reason.of(key, args)));
    }
}
