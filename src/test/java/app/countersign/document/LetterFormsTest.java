package app.countersign.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.kernel.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.apache.fontbox.cff.CFFParser;
import org.apache.fontbox.cff.Type2CharStringParser;
import org.apache.fontbox.type1.Type1Font;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.Test;

/** Fonts are counted before a letter of theirs is drawn, and what is counted is what the library would unfold. */
class LetterFormsTest {

    private static final int LIMIT = LetterForms.MOST_OF_ONE;

    private static void count(COSName entry, byte[]... parts) throws IOException {
        COSStream stream = new COSStream();
        try (var out = stream.createOutputStream()) {
            for (byte[] part : parts) {
                out.write(part);
            }
        }
        stream.setInt(COSName.LENGTH1, parts[0].length);
        stream.setInt(COSName.LENGTH2, parts.length > 1 ? parts[1].length : 0);
        new LetterForms(Deadline.in(Duration.ofMinutes(1))).count(entry, stream);
    }

    @Test
    void routinesThatCallRoutinesAreRefusedInACompactFont() throws IOException {
        assertThat(new CFFParser()
                        .parse(new RandomAccessReadBuffer(HostileFonts.compact()))
                        .get(0)
                        .getNumCharStrings())
                .as("the library takes the font")
                .isEqualTo(2);

        assertThatThrownBy(() -> count(COSName.FONT_FILE3, HostileFonts.compact()))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aLetterThatConsistsOfItselfIsRefused() {
        assertThatThrownBy(() -> count(COSName.FONT_FILE3, HostileFonts.compactOfItself()))
                .isInstanceOf(Refused.class);
    }

    @Test
    void routinesThatCallRoutinesAreRefusedInAFontOfTheOldestKind() throws IOException {
        HostileFonts.Parts font = HostileFonts.type1();
        assertThat(Type1Font.createWithSegments(font.clear(), font.enciphered()).getSubrsArray())
                .as("the library takes the font")
                .hasSizeGreaterThan(10);

        assertThatThrownBy(() -> count(COSName.FONT_FILE, font.clear(), font.enciphered()))
                .isInstanceOf(Refused.class);
    }

    @Test
    void lettersOfLettersOfLettersAreRefused() {
        assertThatThrownBy(() -> count(COSName.FONT_FILE2, HostileFonts.composite()))
                .isInstanceOf(Refused.class);
    }

    @Test
    void ourOwnFontsAreTakenAndRubbishIsLeftToWhoeverWantsToDrawWithIt() throws IOException {
        try (var files = Files.walk(Path.of("src/main/resources"))) {
            List<Path> fonts =
                    files.filter(file -> file.toString().endsWith(".ttf")).toList();
            assertThat(fonts).isNotEmpty();
            for (Path font : fonts) {
                byte[] bytes = Files.readAllBytes(font);
                assertThatCode(() -> count(COSName.FONT_FILE2, bytes))
                        .as("%s", font)
                        .doesNotThrowAnyException();
            }
        }
        byte[] rubbish = new byte[5_000];
        new Random(7).nextBytes(rubbish);
        for (COSName entry : List.of(COSName.FONT_FILE, COSName.FONT_FILE2, COSName.FONT_FILE3)) {
            assertThatCode(() -> count(entry, rubbish)).doesNotThrowAnyException();
        }
    }

    /** Letters of chance, most of which go wrong somewhere: both come equally far, or the library fails where we end. */
    @Test
    void itUnfoldsWhatTheLibraryUnfolds() {
        Random chance = new Random(42);
        int whole = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[][] global = routines(chance);
            byte[][] local = routines(chance);
            byte[] letter = code(chance, 12);
            LetterForms.Unfolding ours = new LetterForms.Unfolding(global, local, LIMIT);
            ours.unfold(letter);
            List<Object> theirs = unfolded(letter, global, local);
            if (theirs != null) {
                whole++;
                assertThat(ours.size()).isEqualTo(theirs.size());
            }
        }
        assertThat(whole).isGreaterThan(1_000);
    }

    private static List<Object> unfolded(byte[] letter, byte[][] global, byte[][] local) {
        try {
            return new Type2CharStringParser("F").parse(letter, global, local, "a");
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    /** Each calls only those behind it, so that all come to an end. */
    private static byte[][] routines(Random chance) {
        byte[][] routines = new byte[4][];
        for (int i = 0; i < routines.length; i++) {
            routines[i] = i == 3 ? new byte[] {(byte) 139, 11} : code(chance, 4);
        }
        return routines;
    }

    private static byte[] code(Random chance, int length) {
        byte[] code = new byte[length + chance.nextInt(length)];
        for (int i = 0; i < code.length; i++) {
            // The numbers of the routines, calls, masks and their stems, and anything.
            int[] usual = {139 - 107 + 3, 10, 139 - 107 + 3, 29, 139, 140, 1, 19, 5, 11, 28, 255, chance.nextInt(256)};
            code[i] = (byte) usual[chance.nextInt(usual.length)];
        }
        return code;
    }
}
