package app.countersign.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Attacks exports of the trail in every way we know, and expects each to be named. */
class VerifierTest {

    private static final int ROWS = 12;
    private static final int FLIPS = 400;

    @TempDir
    Path folder;

    /** @param status what the program ends with
     * @param text all that it says */
    record Verdict(int status, String text) {}

    @Test
    void aTrailAsItWasWrittenIsWhole() throws IOException {
        SampleTrail trail = SampleTrail.of(ROWS);

        Verdict verdict = verify(trail, "--head", noted(trail.head), "--key", trail.fingerprint());

        assertThat(verdict.text()).contains("The trail is whole.").doesNotContain("NOTE", "WRONG");
        assertThat(verdict.status()).isZero();
    }

    @Test
    void withoutAnythingFromOutsideItSaysWhatThatMeans() throws IOException {
        assertThat(verify(SampleTrail.of(ROWS)).text()).contains("NOTE: nothing from outside");
    }

    @Test
    void itSaysHowFarWhatIsGivenFromOutsideReaches() throws IOException {
        SampleTrail trail = SampleTrail.of(ROWS);

        assertThat(verify(trail, "--key", trail.fingerprint()).text())
                .contains(
                        "vouches for rows up to 0, the key alone for those after",
                        "An older export would look as whole");
        assertThat(verify(trail, "--head", noted(trail.heads.get(1))).text()).contains("vouches for rows up to 8,");
    }

    @Test
    void itStaysWholeWhenPersonalFactsAreForgotten() throws IOException {
        SampleTrail trail = SampleTrail.of(ROWS);
        trail.forget(2, 5, 11);

        Verdict verdict = verify(trail, "--key", trail.fingerprint());

        assertThat(verdict.text()).contains("3 facts were forgotten", "The trail is whole.");
    }

    static Stream<Arguments> attacks() {
        return Stream.of(
                attack(
                        "a fact is edited",
                        t -> t.edit(5, "OKO-2026-5", "OKO-2026-6"),
                        "Row 5 (entry 1005, contract-issued) was edited"),
                attack("the instant is edited", t -> t.edit(5, "06:00:05", "06:00:04"), "Row 5 (entry 1005"),
                attack("the person is edited", t -> t.edit(5, "000000000002", "000000000009"), "Row 5 (entry 1005"),
                attack(
                        "a fact is edited and its hash with it",
                        t -> {
                            t.edit(5, "OKO-2026-5", "OKO-2026-6");
                            t.row(5).content = SampleTrail.hash(t.row(5).entry);
                        },
                        "Row 5 (entry 1005) does not follow"),
                attack(
                        "one row is hashed anew, the others are not",
                        t -> {
                            t.edit(5, "OKO-2026-5", "OKO-2026-6");
                            List<String> hashes =
                                    t.rows.stream().map(r -> r.hash).toList();
                            t.chain(4);
                            for (int i = 5; i < ROWS; i++) {
                                t.rows.get(i).hash = hashes.get(i);
                            }
                        },
                        "Row 6 (entry 1006) does not follow from the row before it"),
                attack(
                        "everything after is hashed anew",
                        t -> {
                            t.edit(5, "OKO-2026-5", "OKO-2026-6");
                            t.chain(4);
                        },
                        "Row 8 is not the one that the head of 2026-11-22T06:00:08.000000Z signed: rows after 4 up to there"),
                attack("a row is deleted", t -> t.rows.remove(4), "Rows 5 to 5 are missing"),
                attack(
                        "a row is deleted and the rest renumbered",
                        t -> {
                            t.rows.remove(4);
                            t.renumber();
                        },
                        "Row 5 (entry 1006) does not follow",
                        "1 rows were removed before it"),
                attack(
                        "a row is deleted and the rest hashed anew",
                        t -> {
                            t.rows.remove(4);
                            t.renumber();
                            t.chain(4);
                        },
                        "Row 8 is not the one",
                        "Rows 12 to 12 were cut off"),
                attack("the first row is deleted", t -> t.rows.remove(0), "Rows 1 to 1 are missing"),
                attack(
                        "rows are swapped with their numbers",
                        t -> Collections.swap(t.rows, 4, 5),
                        "Row 5 stands after row 6"),
                attack(
                        "rows are swapped and renumbered",
                        t -> {
                            Collections.swap(t.rows, 4, 5);
                            t.renumber();
                        },
                        "Rows 5 and 6 were swapped"),
                attack(
                        "far rows are swapped and renumbered",
                        t -> {
                            Collections.swap(t.rows, 2, 8);
                            t.renumber();
                        },
                        "Row 3 (entry 1009) does not follow",
                        "Row 9 (entry 1003) does not follow"),
                attack(
                        "a row is inserted",
                        t -> {
                            t.rows.add(5, forged(t, 5));
                            t.renumber();
                        },
                        "Row 6 (entry 1099) was inserted"),
                attack(
                        "a row is there twice",
                        t -> t.rows.add(5, t.row(5).copy()),
                        "There is a second row 5 (entry 1005)"),
                attack(
                        "two rows have one position",
                        t -> t.rows.add(5, forged(t, 5)),
                        "There is a second row 5 (entry 1099)"),
                attack(
                        "a row is inserted and the rest hashed anew",
                        t -> {
                            t.rows.add(5, forged(t, 5));
                            t.renumber();
                            t.chain(5);
                        },
                        "Row 8 is not the one",
                        "Rows 13 to 13 stand behind the end"),
                attack(
                        "a row is appended",
                        t -> t.append("contract-issued", "{}"),
                        "Rows 13 to 13 stand behind the end that was signed"),
                attack(
                        "the end is cut off",
                        t -> t.rows.subList(9, ROWS).clear(),
                        "Rows 10 to 12 were cut off: the head of 2026-11-22T06:00:12.000000Z"),
                attack(
                        "all rows are gone",
                        t -> t.rows.clear(),
                        "Rows 1 to 4 were cut off",
                        "Rows 1 to 12 were cut off"),
                attack("the position is negative", t -> t.row(5).position = -5, "Row -5 stands after row 4"),
                attack(
                        "a personal fact is edited",
                        t -> t.row(5).opened = t.row(5).opened.replace("anna", "otto"),
                        "Row 5 (entry 1005): the personal fact 'to' was edited"),
                attack(
                        "a personal fact is moved to another row",
                        t -> t.row(5).opened = t.row(6).opened,
                        "Row 5 (entry 1005): the personal fact 'to' was edited"),
                attack(
                        "a personal fact is taken away",
                        t -> t.row(5).opened = "{}",
                        "Row 5 (entry 1005): the personal fact 'to' is gone"),
                attack(
                        "a personal fact is invented",
                        t -> t.row(5).opened = t.row(5).opened.replace("}}", "},\"who\":{\"fact\":\"who\"}}"),
                        "the personal fact 'who' was edited"),
                attack(
                        "a personal fact is said to be forgotten, by no entry",
                        t -> t.row(5).opened = "{\"to\":1}",
                        "Entry 1, which the forgotten facts name"),
                attack(
                        "a personal fact is said to be forgotten, by another entry",
                        t -> t.row(5).opened = "{\"to\":1007}",
                        "Entry 1007, which the forgotten facts name"));
    }

    /** What a text may be made of so that a careless reader takes it for another, or another for it. */
    static Stream<Arguments> texts() {
        return Stream.of(
                text(
                        "a member twice",
                        "\"channel\":\"page\"",
                        "\"channel\":\"page\",\"channel\":\"api\"",
                        "'channel' is there twice"),
                text("a fact twice", "\"words\"", "\"number\":\"X\",\"words\"", "'number' is there twice"),
                text(
                        "a row's member twice",
                        "{\"content\"",
                        "{\"content\":\"0\",\"content\"",
                        "'content' is there twice"),
                text(
                        "members in another order",
                        "\"channel\":\"page\",\"clause\":\"okomo-dpa 2-5\"",
                        "\"clause\":\"okomo-dpa 2-5\",\"channel\":\"page\"",
                        "'channel' is out of order"),
                text("a space", "\"channel\":", "\"channel\": ", "can't be read"),
                text("a tab before", "{\"content\"", "\t{\"content\"", "'{' is expected"),
                text("a carriage return", "\"position\":5}", "\"position\":5}\r", "more after its end"),
                text("a byte order mark", "{\"content\"", "\ufeff{\"content\"", "'{' is expected"),
                text("an escape that needs none", "\"page\"", "\"p\\u0061ge\"", "escaped in another way"),
                text("an escaped slash", "\"page\"", "\"pa\\/ge\"", "escaped that needs no escape"),
                text("an umlaut escaped", "Grüße", "Gr\\u00fc\u00dfe", "escaped in another way"),
                text("an umlaut decomposed", "Grüße", "Gru\u0308ße", "Row 5 (entry 1005, contract-issued) was edited"),
                text("a letter that looks alike", "okomo-dpa", "\u043ekomo-dpa", "was edited"),
                text("a character that nobody sees", "okomo-dpa", "okomo\u200b-dpa", "was edited"),
                text("half of a pair", "𝄞", "\\ud834", "escaped in another way"),
                text("a number with a fraction", "\"id\":1005", "\"id\":1005.0", "can't be read"),
                text("a number with an exponent", "\"position\":5}", "\"position\":5e0}", "can't be read"),
                text(
                        "a number with a zero before",
                        "\"position\":5}",
                        "\"position\":05}",
                        "a number is not written as it must be"),
                text(
                        "a number with a plus",
                        "\"position\":5}",
                        "\"position\":+5}",
                        "a number is not written as it must be"),
                text("minus zero", "\"position\":5}", "\"position\":-0}", "a number is not written as it must be"),
                text("a number as a string", "\"position\":5}", "\"position\":\"5\"}", "a number is expected"),
                text(
                        "a number too large",
                        "\"position\":5}",
                        "\"position\":9007199254740993}",
                        "a number is too large"),
                text(
                        "a number beyond all",
                        "\"position\":5}",
                        "\"position\":18446744073709551621}",
                        "not written as it must be"),
                text("null", "\"page\"", "null", "a number is not written as it must be"),
                text("a hash in capitals", "\"content\":\"", "\"content\":\"A", "64 hexadecimal digits"),
                text("a comment", "{\"content\"", "/**/{\"content\"", "'{' is expected"),
                text("another member", "\"position\":5}", "\"position\":5,\"x\":1}", "its members are"),
                text("a name beyond ASCII", "\"words\"", "\"wörds\"", "a name holds more than plain ASCII"),
                text("a nest without end", "\"page\"", "[".repeat(5000), "nested too deeply"),
                text("a line break inside", "\"channel\"", "\n\"channel\"", "it ends in the middle"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void isCaughtAndNamed(Consumer<SampleTrail> attack, List<String> named) throws IOException {
        SampleTrail trail = SampleTrail.of(ROWS);
        attack.accept(trail);

        Verdict verdict = verify(trail, "--key", trail.fingerprint());

        assertThat(verdict.status()).isEqualTo(1);
        assertThat(verdict.text()).contains(named).contains("NOT whole");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void aTextThatIsWrittenOtherwiseIsCaughtAndNamed(String from, String to, String named) throws IOException {
        SampleTrail trail = SampleTrail.of(ROWS);
        String line = trail.row(5).line();
        assertThat(line).contains(from);
        String lines = trail.lines()
                .replace(
                        line,
                        line.replaceFirst(
                                java.util.regex.Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to)));
        Path zip = folder.resolve("trail.zip");
        trail.write(zip, lines, trail.head.json());

        Verdict verdict = verify(zip);

        assertThat(verdict.status()).isEqualTo(1);
        assertThat(verdict.text()).contains(named).containsPattern("Row 5\\b");
    }

    @Test
    void malformedBytesAreCaught() throws IOException {
        for (byte[] bad : List.of(
                new byte[] {(byte) 0xc0, (byte) 0xaf},
                new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
                new byte[] {(byte) 0xf5, (byte) 0x80, (byte) 0x80, (byte) 0x80},
                new byte[] {(byte) 0xe4},
                new byte[] {0})) {
            byte[] text = new byte[bad.length + 8];
            System.arraycopy("{\"a\":\"".getBytes(StandardCharsets.US_ASCII), 0, text, 0, 6);
            System.arraycopy(bad, 0, text, 6, bad.length);
            text[text.length - 2] = '"';
            text[text.length - 1] = '}';

            assertThat(readable(text)).as(Told.hex(bad)).isFalse();
        }
        assertThat(readable("{\"a\":\"ü上𝄞\\u001f\\n\"}".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
    }

    private static boolean readable(byte[] text) {
        try {
            Verifier.Canonical.members(text);
            return true;
        } catch (Verifier.Unreadable e) {
            return false;
        }
    }

    @Test
    void everythingWrittenAnewIsCaughtByAnOlderHead() throws IOException {
        SampleTrail trail = SampleTrail.of(ROWS);
        Head noted = trail.heads.get(1);
        SampleTrail forged = SampleTrail.of(ROWS, trail.installation, trail.key);
        forged.edit(2, "OKO-2026-2", "OKO-2026-3");
        forged.chain(0);
        forged.heads.clear();
        forged.head = forged.signed();

        assertThat(verify(forged, "--key", forged.fingerprint()).status()).isZero();
        assertThat(verify(forged, "--head", noted(noted)).text())
                .contains("Row 8 is not the one that the head of 2026-11-22T06:00:08.000000Z signed: rows after 0");
    }

    @Test
    void anExportFromBeforeTheHeadIsTakenForOneThatWasCut() throws IOException {
        SampleTrail trail = SampleTrail.of(ROWS);
        Head noted = trail.head;
        SampleTrail older = SampleTrail.of(8, trail.installation, trail.key);

        assertThat(verify(older, "--head", noted(noted)).text()).contains("Rows 9 to 12 were cut off");
    }

    @Test
    void anotherKeyIsCaughtByItsFingerprintAndByAnOlderHead() throws IOException {
        SampleTrail trail = SampleTrail.of(ROWS);
        SampleTrail forged = SampleTrail.of(ROWS, trail.installation, SampleTrail.newKey());

        assertThat(verify(forged, "--key", trail.fingerprint()).text())
                .contains("signed with another key: " + forged.fingerprint() + " instead of " + trail.fingerprint());
        assertThat(verify(forged, "--head", noted(trail.head)).text()).contains("signed with another key");
    }

    @Test
    void aHeadThatClaimsAnotherKeysFingerprintIsForged() throws IOException {
        SampleTrail trail = SampleTrail.of(ROWS);
        SampleTrail forged = SampleTrail.of(ROWS, trail.installation, SampleTrail.newKey());
        String head = forged.head.json().replace(forged.fingerprint(), trail.fingerprint());
        Path zip = folder.resolve("forged.zip");
        forged.write(zip, forged.lines(), head);

        assertThat(verify(zip, "--key", trail.fingerprint()).text()).contains("is forged");
    }

    @Test
    void aHeadOfAnotherInstallationIsCaught() throws IOException {
        SampleTrail trail = SampleTrail.of(ROWS);
        SampleTrail other = SampleTrail.of(ROWS, UUID.randomUUID(), trail.key);
        Path zip = folder.resolve("mixed.zip");
        trail.heads.clear();
        trail.write(zip, trail.lines(), other.head.json());

        assertThat(verify(zip, "--key", trail.fingerprint()).text()).contains("Row 1 (entry 1001) does not follow");
        assertThat(verify(trail, "--head", noted(other.head)).text())
                .contains(
                        "belongs to another installation: " + other.installation + " instead of " + trail.installation);
    }

    @Test
    void anEditedHeadIsForged() throws IOException {
        SampleTrail trail = SampleTrail.of(ROWS);
        for (String[] edit : new String[][] {
            {"\"position\":12", "\"position\":11"}, {"T06:00:12", "T06:00:13"}, {trail.row(12).hash, trail.row(11).hash}
        }) {
            Path zip = folder.resolve("edited.zip");
            trail.write(zip, trail.lines(), trail.head.json().replace(edit[0], edit[1]));

            assertThat(verify(zip, "--key", trail.fingerprint()).text())
                    .as(edit[0])
                    .contains("is forged");
        }
    }

    @Test
    void aHeadWithSomethingAddedIsNotRead() throws IOException {
        SampleTrail trail = SampleTrail.of(ROWS);
        Path zip = folder.resolve("added.zip");
        trail.write(zip, trail.lines(), trail.head.json().replace("\"at\"", "\"also\":1,\"at\""));

        assertThat(verify(zip).text()).contains("A head can't be read (head.json)");
    }

    @Test
    void twoHeadsForOneRowThatDisagreeAreCaught() throws IOException {
        SampleTrail trail = SampleTrail.of(ROWS);
        trail.heads.add(trail.signed(8, trail.row(7).hash));

        assertThat(verify(trail).text()).contains("Two heads for row 8 name different hashes");
    }

    @Test
    void oneForgottenFactMoreThanRecordedIsCaught() throws IOException {
        SampleTrail trail = SampleTrail.of(ROWS);
        trail.forget(2, 5);
        trail.row(7).opened = trail.row(5).opened;

        assertThat(verify(trail).text()).contains("Entry 1013, which the forgotten facts name, does not record");
    }

    @Test
    void aForgottenFactOfAnotherRowThanRecordedIsCaught() throws IOException {
        SampleTrail trail = SampleTrail.of(ROWS);
        String told = trail.row(5).opened;
        trail.forget(2, 5);
        trail.row(7).opened = trail.row(5).opened;
        trail.row(5).opened = told;

        assertThat(verify(trail).text()).contains("Entry 1013, which the forgotten facts name, does not record");
    }

    @Test
    void aForgottenFactThatCameBackIsCaught() throws IOException {
        SampleTrail trail = SampleTrail.of(ROWS);
        String told = trail.row(5).opened;
        trail.forget(2, 5);
        trail.row(5).opened = told;

        assertThat(verify(trail).text()).contains("Entry 1013, which the forgotten facts name, does not record");
    }

    @Test
    void severalThingsAtOnceAreAllNamed() throws IOException {
        SampleTrail trail = SampleTrail.of(ROWS);
        trail.edit(3, "OKO-2026-3", "OKO-2026-4");
        trail.rows.remove(6);
        trail.row(9).opened = "{}";

        assertThat(verify(trail).text())
                .contains("Row 3 (entry 1003", "Rows 7 to 7 are missing", "Row 10 (entry 1010): the personal fact");
    }

    @Test
    void aFileThatDoesNotBelongThereIsNamed() throws IOException {
        SampleTrail trail = SampleTrail.of(ROWS);
        Path zip = folder.resolve("more.zip");
        zip(zip, "entries.jsonl", trail.lines(), "head.json", trail.head.json(), "head.json ", trail.head.json());

        assertThat(verify(zip).text()).contains("it holds another file, head.json ");
    }

    @Test
    void aFileThatIsThereTwiceIsNamed() throws IOException {
        SampleTrail trail = SampleTrail.of(ROWS);
        SampleTrail other = SampleTrail.of(3);
        Path zip = folder.resolve("twice.zip");
        zip(zip, "entries.jsonl", trail.lines(), "head.json", trail.head.json(), "entries.jsonX", other.lines());
        String bytes = Files.readString(zip, StandardCharsets.ISO_8859_1);
        Files.writeString(zip, bytes.replace("entries.jsonX", "entries.jsonl"), StandardCharsets.ISO_8859_1);

        Verdict verdict = verify(zip);

        assertThat(verdict.status()).isEqualTo(1);
        assertThat(verdict.text()).contains("it holds entries.jsonl twice");
    }

    /** Two people who open it with different programs must not see different trails. */
    @Test
    void anotherExportInFrontOfItIsCaught() throws IOException {
        SampleTrail trail = SampleTrail.of(ROWS);
        Path genuine = folder.resolve("genuine.zip");
        Path forged = folder.resolve("forged.zip");
        Path both = folder.resolve("both.zip");
        trail.write(genuine);
        SampleTrail.of(3).write(forged);
        try (OutputStream out = Files.newOutputStream(both)) {
            Files.copy(forged, out);
            Files.copy(genuine, out);
        }

        Verdict verdict = verify(both, "--key", trail.fingerprint());

        assertThat(verdict.status()).isEqualTo(1);
        assertThat(verdict.text()).contains("read from its beginning it holds something else");
    }

    @Test
    void aFileThatIsMissingIsNamed() throws IOException {
        SampleTrail trail = SampleTrail.of(ROWS);
        Path zip = folder.resolve("missing.zip");

        zip(zip, "entries.jsonl", trail.lines());
        assertThat(verify(zip)).isEqualTo(new Verdict(2, "CAN'T BE READ: head.json is not in the export\n"));
        zip(zip, "head.json", trail.head.json());
        assertThat(verify(zip)).isEqualTo(new Verdict(2, "CAN'T BE READ: entries.jsonl is not in the export\n"));
    }

    @Test
    void aHeadThatGoesOnAndOnIsNotReadInPart() throws IOException {
        SampleTrail trail = SampleTrail.of(ROWS);
        Path zip = folder.resolve("long.zip");
        trail.write(zip, trail.lines(), trail.head.json() + " ".repeat(1 << 22) + "{\"position\":99}");

        assertThat(verify(zip).status()).isEqualTo(2);
        assertThat(verify(zip).text()).contains("head.json is longer than");
    }

    @Test
    void anExportThatIsCutAnywhereIsNeverWhole() throws IOException {
        Path zip = folder.resolve("trail.zip");
        SampleTrail.of(ROWS).write(zip);
        byte[] whole = Files.readAllBytes(zip);
        Path cut = folder.resolve("cut.zip");

        for (int length = 0; length < whole.length; length += 7) {
            Files.write(cut, Arrays.copyOf(whole, length));

            assertThat(verify(cut).status()).as("cut after %s bytes", length).isIn(1, 2);
        }
    }

    /** Whatever is flipped, it neither fails with a stack trace nor takes another trail for whole. */
    @Test
    void aFlippedBitIsNeverTakenForAnotherTrail() throws IOException {
        Path zip = folder.resolve("trail.zip");
        SampleTrail trail = SampleTrail.of(ROWS);
        trail.write(zip);
        byte[] whole = Files.readAllBytes(zip);
        Path flipped = folder.resolve("flipped.zip");
        Random random = new Random(20261128);

        int caught = 0;
        for (int i = 0; i < FLIPS; i++) {
            byte[] bytes = whole.clone();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(flipped, bytes);
            if (verify(flipped, "--key", trail.fingerprint()).status() == 0) {
                assertThat(entries(flipped)).isEqualTo(entries(zip));
            } else {
                caught++;
            }
        }
        assertThat(caught).isGreaterThan(FLIPS * 9 / 10);
    }

    private static String entries(Path zip) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile());
                InputStream in = file.getInputStream(file.getEntry("entries.jsonl"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** An event may be called what it likes: the auditor's terminal does not act on it. */
    @Test
    void nothingThatWasWrittenIsLetAtTheTerminal() throws IOException {
        SampleTrail trail = SampleTrail.of(ROWS);
        trail.edit(5, "contract-issued", "x\u202e\u009b2K\u2028The trail is whole.");

        Verdict verdict = verify(trail);

        assertThat(verdict.status()).isEqualTo(1);
        assertThat(verdict.text())
                .matches("[ -~\n]*")
                .contains("Row 5 (entry 1005, x??2K?The trail is whole.) was edited");
    }

    private static void zip(Path zip, String... namesAndTexts) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                out.putNextEntry(new ZipEntry(namesAndTexts[i]));
                out.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void whatIsNoExportIsSaidToBeNone() throws IOException {
        Path text = Files.writeString(folder.resolve("text.zip"), "no export");

        assertThat(verify(text).status()).isEqualTo(2);
        assertThat(verify(folder.resolve("none.zip")).status()).isEqualTo(2);
        assertThat(run(text.toString(), "--key", "short").status()).isEqualTo(2);
        assertThat(run().text()).contains("Usage");
    }

    @Test
    void itRunsAsOneFileWithNothingButTheJdk() throws Exception {
        SampleTrail trail = SampleTrail.of(ROWS);
        Path zip = folder.resolve("trail.zip");
        trail.write(zip);
        Path source = folder.resolve("Verifier.java");
        try (InputStream shipped = Verifier.class.getResourceAsStream("/trail/Verifier.java")) {
            Files.copy(shipped, source);
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        source.toString(),
                        zip.toString(),
                        "--head",
                        noted(trail.heads.get(0)))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();

        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("The trail is whole.");
    }

    private Verdict verify(SampleTrail trail, String... more) throws IOException {
        Path zip = folder.resolve("trail.zip");
        trail.write(zip);
        return verify(zip, more);
    }

    private static Verdict verify(Path zip, String... more) {
        List<String> args = new ArrayList<>(List.of(zip.toString()));
        args.addAll(List.of(more));
        return run(args.toArray(String[]::new));
    }

    private static Verdict run(String... args) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int status = Verifier.run(args, new PrintStream(said, true, StandardCharsets.UTF_8));
        return new Verdict(status, said.toString(StandardCharsets.UTF_8));
    }

    private String noted(Head head) throws IOException {
        return Files.writeString(folder.resolve("noted-" + head.position() + ".json"), head.json() + "\n")
                .toString();
    }

    /** A row that fits after that position, but was never written. */
    private static SampleTrail.Row forged(SampleTrail trail, int after) {
        SampleTrail.Row row = trail.row(after).copy();
        row.entry = row.entry.replace("\"id\":" + SampleTrail.id(after), "\"id\":1099");
        row.content = SampleTrail.hash(row.entry);
        row.hash = Told.hex(Verifier.link(SampleTrail.bytes(trail.row(after).hash), SampleTrail.bytes(row.content)));
        return row;
    }

    private static Arguments attack(String name, Consumer<SampleTrail> attack, String... named) {
        return Arguments.of(Named.of(name, attack), List.of(named));
    }

    private static Arguments text(String name, String from, String to, String named) {
        return Arguments.of(Named.of(name, from), to, named);
    }
}
