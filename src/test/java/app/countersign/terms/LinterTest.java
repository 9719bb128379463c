package app.countersign.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A sound folder is spoilt in one place; the linter names that place. */
class LinterTest {

    private static final String CODE = "fjordmail-dpa";

    @Test
    void theSoundFolderHasNoFlaw() {
        assertThat(Template.of(Shipped.invented(), CODE).code()).isEqualTo(CODE);
    }

    @ParameterizedTest(name = "{3}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # file          | what stands there                       | what is put there                 | flaw
            terms.yaml      | within: PT36H                           | within: 36h                       | period
            terms.yaml      | within: PT36H                           | within: PT36H, warn: [50, 0]      | percentage
            terms.yaml      | within: PT36H                           | within: PT36H, warn: 101          | percentage
            terms.yaml      | within: PT36H                           | within: PT36H, warn: [half]       | percentage
            terms.yaml      | within: PT36H                           | within: PT36H, warn: {at: 50}     | text-expected
            terms.yaml      | for: P45D                               | for: P45D, warn: 50               | unknown-key
            terms.yaml      | for: P45D                               | for: 45 days                      | period
            terms.yaml      | for: P45D                               | for: P0D                          | period
            terms.yaml      | for: P45D                               | for: -P45D                        | period
            terms.yaml      | remind: [P3D]                           | remind: [PT3H]                    | period
            terms.yaml      | expires: P14D                           | expires: soon                     | period
            terms.yaml      | never: [US]                             | never: [USA]                      | country
            terms.yaml      | never: [US]                             | never: [UK]                       | country
            terms.yaml      | whom: controller                        | whom: everybody                   | recipient
            terms.yaml      | of: breach                              | of: bridge                        | symbol
            terms.yaml      | data: letters                           | data: parcels                     | name
            terms.yaml      | {clause: 4, retain                      | {clause: 4-9, retain              | no-such-clause
            terms.yaml      | c: 2-3                                  | c: 2-9                            | no-such-clause
            terms.yaml      | {clause: 4, retain                      | {clause: 4, keep                  | unknown-kind
            terms.yaml      | then: delete                            | therafter: delete                 | unknown-key
            terms.yaml      | prefix: FJM                             | praefix: FJM                      | unknown-key
            terms.yaml      | prefix: FJM                             | prefix: fjm                       | malformed
            terms.yaml      | of: breach, whom: controller            | whom: controller                  | missing-key
            terms.yaml      | prefix: FJM                             |                                   | missing-key
            terms.yaml      | {binding: en}                           | {binding: xx}                     | language
            terms.yaml      | conclude: {mode: countersigned, order: [processor, controller], effective: last-signature} | alter: {by: parties} | one-conclusion
            terms.yaml      | {clause: 4, retain                      | {retain                           | term
            terms.yaml      | {clause: 4, retain                      | {clause: 4, from: {document: x}, retain | no-such-document
            terms.yaml      | - controller.person                     | - controller.shoe-size            | field-label
            terms.yaml      | {de: Briefe, en: letters}               | {en: letters}                     | missing-key
            terms.yaml      | prefix: FJM                             | prefix: [FJM                      | yaml
            words.en.xhtml  | id="clause-2-2"                         | id="clause-2-1"                   | id-twice
            words.en.xhtml  | 2.2 By people sworn to secrecy.</p>     | 2.2 By <b>people</p>              | xml
            words.en.xhtml  | sworn to secrecy                        | sworn&nbsp;to secrecy             | xml
            words.en.xhtml  | <p>Date                                 | <script>x</script><p>Date         | element
            words.en.xhtml  | <p>Date                                 | <p onclick="x()">Date             | attribute
            words.en.xhtml  | <p>Date                                 | <p style="color: red">Date        | attribute
            words.en.xhtml  | <p>Date                                 | <p><img src="https://x.test/a.png"/>Date | resource
            words.en.xhtml  | <p>Date                                 | <p><img src="missing.png"/>Date   | resource
            words.en.xhtml  | <p>Date                                 | <p><a href="file:///etc/passwd">x</a>Date | resource
            words.en.xhtml  | href="#signatures"                      | href="#signature"                 | no-such-id
            words.en.xhtml  | id="field.controller.date"              | id="date"                         | field-without-id
            words.en.xhtml  | id="field.controller.date"              | id="field.controller.day"         | field-unknown
            words.en.xhtml  | <h1>                                    | <h1 data-notice="binding">        | notice-untrue
            layout.css      | font-size: 10pt;                        | background: url(https://x.test/b.png); | resource
            layout.css      | #signatures                             | @import "other.css"; #signatures  | resource
            """)
    void everyMistakeIsRefusedWithFileAndLine(String file, String there, String instead, String flaw) {
        Map<String, byte[]> files = Shipped.invented();
        int line = spoil(files, file, there, instead == null ? "" : instead);
        List<Flaw> flaws = flaws(files);
        assertThat(flaws).anySatisfy(found -> {
            assertThat(found.reason().key()).isEqualTo("terms.flaw." + flaw);
            assertThat(found.file()).isEqualTo(CODE + "/" + file);
            assertThat(found.line()).isBetween(flaw.equals("missing-key") ? 1 : line, line + 1);
        });
        assertThat(flaws.get(0).in(Locale.GERMAN)).startsWith(CODE + "/").doesNotContain("?terms.");
    }

    @ParameterizedTest
    @EnumSource(Article28.class)
    void aTemplateThatLacksAPointOfArticle28IsRefused(Article28 point) {
        Map<String, byte[]> files = Shipped.invented();
        String terms = text(files, "terms.yaml");
        int head = line(terms, "article-28:");
        files.put("terms.yaml", bytes(terms.replaceFirst("(?m)^  " + point.key() + ": .*\\R", "")));
        assertThat(flaws(files)).singleElement().satisfies(flaw -> {
            assertThat(flaw.reason().key()).isEqualTo("terms.flaw.article-28");
            assertThat(flaw.reason().args()).containsExactly(point.key(), point.paragraph());
            assertThat(flaw.line()).isEqualTo(head + 1);
        });
    }

    @Test
    void aDocumentTypeIsRefusedSoThatNoEntityCanReadAFile() {
        Map<String, byte[]> files = Shipped.invented();
        String words = text(files, "words.en.xhtml");
        files.put(
                "words.en.xhtml",
                bytes(words.replace(
                                "<html", "<!DOCTYPE html [<!ENTITY secret SYSTEM \"file:///etc/hostname\">]>\n<html")
                        .replace("sworn to secrecy", "&secret;")));
        assertThat(flaws(files)).anySatisfy(flaw -> {
            assertThat(flaw.toString()).startsWith(CODE + "/words.en.xhtml:2: ").contains("DOCTYPE");
        });
    }

    @Test
    void aFieldOfTheTermsThatTheWordsLackIsRefused() {
        Map<String, byte[]> files = Shipped.invented();
        spoil(files, "words.de.xhtml", "<span class=\"field\" id=\"field.controller.date\"></span>", "");
        assertThat(flaws(files)).singleElement().satisfies(flaw -> {
            assertThat(flaw.file()).isEqualTo(CODE + "/words.de.xhtml");
            assertThat(flaw.reason().args()).containsExactly("controller.date");
        });
    }

    @Test
    void aClauseThatATranslationLacksIsRefused() {
        Map<String, byte[]> files = Shipped.invented();
        spoil(files, "words.de.xhtml", " id=\"clause-2-4\"", "");
        assertThat(flaws(files)).extracting(flaw -> flaw.reason().key()).contains("terms.flaw.clause-untranslated");
    }

    @Test
    void wordsMustSaySoWhenTheBindingOnesAreMissing() {
        Map<String, byte[]> files = Shipped.invented();
        files.remove("words.en.xhtml");
        assertThat(flaws(files))
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.toString())
                        .startsWith(CODE + "/words.de.xhtml:1: the binding words (en) are missing"));
    }

    @Test
    void anEmptyFolderIsToldWhatItLacks() {
        assertThat(flaws(Map.of()))
                .extracting(Flaw::file)
                .containsExactlyInAnyOrder(
                        CODE + "/terms.yaml", CODE + "/layout.css", CODE + "/words.<language>.xhtml");
    }

    @Test
    void allFlawsAreToldAtOnce() {
        Map<String, byte[]> files = Shipped.invented();
        spoil(files, "terms.yaml", "within: PT36H", "within: x");
        spoil(files, "terms.yaml", "never: [US]", "never: [XX]");
        spoil(files, "words.en.xhtml", "id=\"clause-2-2\"", "id=\"clause-2-1\"");
        assertThat(flaws(files))
                .extracting(flaw -> flaw.reason().key())
                .contains("terms.flaw.period", "terms.flaw.country", "terms.flaw.id-twice");
    }

    /** Whatever is lost or scrambled: a template, or flaws with their place, but never another failure. */
    @ParameterizedTest
    @ValueSource(strings = {"", "- [x, {y: 1}]", "terms: 5", "  a: {b: }", "<p>", "\t", "? [a]", "x: &a [*a]"})
    void noLineThatIsLostOrScrambledMakesTheLinterStumble(String instead) {
        Map<String, byte[]> sound = Shipped.invented();
        for (String file : sound.keySet()) {
            String[] lines = text(sound, file).split("\n");
            for (int i = 0; i < lines.length; i++) {
                String[] spoilt = lines.clone();
                spoilt[i] = instead;
                Map<String, byte[]> files = new TreeMap<>(sound);
                files.put(file, bytes(String.join("\n", spoilt)));
                judge(files);
            }
        }
    }

    private static void judge(Map<String, byte[]> files) {
        try {
            assertThat(Template.of(files, CODE).terms()).isNotEmpty();
        } catch (Flawed e) {
            assertThat(e.flaws())
                    .isNotEmpty()
                    .allSatisfy(flaw ->
                            assertThat(flaw.toString()).startsWith(CODE + "/").doesNotContain("?terms"));
        }
    }

    private static List<Flaw> flaws(Map<String, byte[]> files) {
        Flawed flawed = catchThrowableOfType(Flawed.class, () -> Template.of(files, CODE));
        assertThat(flawed).isNotNull();
        return flawed.flaws();
    }

    /** The line that was spoilt. */
    private static int spoil(Map<String, byte[]> files, String file, String there, String instead) {
        String text = text(files, file);
        assertThat(text).contains(there);
        files.put(file, bytes(text.replace(there, instead)));
        return line(text, there);
    }

    private static int line(String text, String there) {
        return 1
                + (int) text.substring(0, text.indexOf(there))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private static String text(Map<String, byte[]> files, String file) {
        return new String(files.get(file), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
