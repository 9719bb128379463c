package app.countersign.document;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.kernel.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are broken, or made to harm whoever opens them, are put aside with a reason, within bounds. */
@Timeout(60)
class StrangersFileTest {

    private static final Verification VERIFICATION = new Verification(Set.of(Seals.KEY.certificate()), Limits.USUAL);

    static Stream<Arguments> junk() throws IOException {
        byte[] sound = Seals.sealed();
        return Stream.of(
                Arguments.of("nothing", new byte[0], "document.unreadable.no-pdf"),
                Arguments.of("random", random(100_000), "document.unreadable.no-pdf"),
                Arguments.of("a header only", bytes("%PDF-1.7\n"), "document.unreadable.broken"),
                Arguments.of("random after a header", joined(bytes("%PDF-1.7\n"), random(1_000_000)), null),
                Arguments.of("a page of a web site", bytes("<html>%P</html>"), "document.unreadable.no-pdf"),
                Arguments.of("too large", new byte[26 * 1024 * 1024], "document.unreadable.too-large"),
                Arguments.of("nested arrays", nested("[", "]"), null),
                Arguments.of("nested dictionaries", nested("<</A", ">>"), null),
                Arguments.of("encrypted", encrypted(), "document.unreadable.encrypted"),
                Arguments.of(
                        "packed zeros", withStream("/FlateDecode", deflated(400_000_000)), "document.unreadable.bomb"),
                Arguments.of(
                        "packed twice",
                        withStream("[/FlateDecode /FlateDecode]", deflated(1_000)),
                        "document.unreadable.bomb"),
                Arguments.of(
                        "packed under another name",
                        withStream("/Fl#61teDecode", deflated(400_000_000)),
                        "document.unreadable.bomb"),
                Arguments.of("a filter elsewhere", withStream("7 0 R", deflated(1_000)), "document.unreadable.bomb"),
                Arguments.of(
                        "wide rows",
                        withStream("/FlateDecode /DecodeParms <</Predictor 12 /Columns 2000000000>>", deflated(1_000)),
                        "document.unreadable.bomb"),
                Arguments.of("runs", withStream("/LZWDecode", random(1_000_000)), "document.unreadable.bomb"),
                Arguments.of(
                        "many objects",
                        joined(bytes("%PDF-1.7\n"), bytes("1 0 obj null endobj\n".repeat(250_000))),
                        "document.unreadable.too-many-objects"),
                Arguments.of("pages that go round", roundabout(), null),
                Arguments.of("half of a file", Arrays.copyOf(sound, sound.length / 2), null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("junk")
    void junk_is_not_sealed_by_us_and_has_its_reason(String name, byte[] pdf, String reason) {
        Findings findings = VERIFICATION.of(pdf);

        assertThat(findings.sealedByUs()).isFalse();
        assertThat(findings.reasons()).isNotEmpty();
        assertThat(findings.sha256()).hasSize(64);
        if (reason != null) {
            assertThat(findings.readable()).isFalse();
            assertThat(findings.reasons()).extracting(Reason::key).containsExactly(reason);
        }
    }

    @Test
    void a_file_cut_short_anywhere_is_never_sealed_by_us() {
        byte[] sound = Seals.sealed();
        for (int length = 1; length < sound.length; length += sound.length / 50) {
            assertThat(VERIFICATION.of(Arrays.copyOf(sound, length)).sealedByUs())
                    .isFalse();
        }
    }

    @Test
    void damage_anywhere_is_survived() {
        Random random = new Random(7);
        for (int round = 0; round < 60; round++) {
            byte[] damaged = Seals.sealed();
            for (int i = 0; i < 20; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            assertThat(VERIFICATION.of(damaged).sealedByUs()).isFalse();
        }
    }

    @Test
    void what_takes_too_long_is_given_up() {
        Limits hurried = new Limits(1 << 25, 1 << 28, 200_000, 500, Duration.ofNanos(1));

        assertThat(new Verification(Set.of(), hurried).of(Seals.sealed()).reasons())
                .extracting(Reason::key)
                .containsExactly("document.unreadable.too-slow");
    }

    @Test
    void more_pages_than_allowed_are_refused() {
        Limits narrow = new Limits(1 << 25, 1 << 28, 200_000, 1, Duration.ofSeconds(20));

        assertThat(new Verification(Set.of(), narrow).of(Seals.sealed()).reasons())
                .extracting(Reason::key)
                .containsExactly("document.unreadable.too-many-pages");
    }

    @Test
    void a_comparison_with_junk_says_why_it_cannot_be_made() {
        Comparison comparison = Comparison.of(Seals.sealed(), random(5_000), Limits.USUAL);

        assertThat(comparison.readable()).isFalse();
        assertThat(comparison.reasons().get(0).in(Locale.ENGLISH)).isEqualTo("The file is not a PDF.");
    }

    @Test
    void an_identifier_cannot_smuggle_anything() throws IOException {
        byte[] forged = Forger.rewritten(
                Samples.completed(),
                document -> document.getDocumentInformation()
                        .setCustomMetadataValue(Metadata.IDENTIFIER_KEY, "x\u202e\u0000y".repeat(3)));

        assertThat(VERIFICATION.of(forged).identifier()).contains("xyxyxy");
    }

    private static byte[] nested(String open, String close) {
        String deep = open.repeat(200_000) + " 1 " + close.repeat(200_000);
        return bytes("%PDF-1.7\n1 0 obj\n" + deep + "\nendobj\n2 0 obj\n<</Type /Catalog /Pages 1 0 R>>\nendobj\n"
                + "trailer\n<</Root 2 0 R>>\n%%EOF\n");
    }

    private static byte[] roundabout() {
        return bytes("%PDF-1.7\n1 0 obj\n<</Type /Pages /Count 2 /Kids [1 0 R 1 0 R]>>\nendobj\n"
                + "2 0 obj\n<</Type /Catalog /Pages 1 0 R>>\nendobj\ntrailer\n<</Root 2 0 R>>\n%%EOF\n");
    }

    private static byte[] withStream(String filter, byte[] content) throws IOException {
        return joined(
                bytes("%PDF-1.7\n1 0 obj\n<</Type /Pages /Count 1 /Kids [3 0 R]>>\nendobj\n"
                        + "2 0 obj\n<</Type /Catalog /Pages 1 0 R>>\nendobj\n"
                        + "3 0 obj\n<</Type /Page /Parent 1 0 R /MediaBox [0 0 9 9] /Contents 4 0 R>>\nendobj\n"
                        + "4 0 obj\n<</Length " + content.length + " /Filter " + filter + ">>\nstream\n"),
                content,
                bytes("\nendstream\nendobj\ntrailer\n<</Root 2 0 R>>\n%%EOF\n"));
    }

    private static byte[] deflated(int zeros) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream output = new DeflaterOutputStream(packed)) {
            byte[] block = new byte[1_000];
            for (int i = 0; i < zeros / block.length; i++) {
                output.write(block);
            }
        }
        return packed.toByteArray();
    }

    private static byte[] encrypted() throws IOException {
        try (PDDocument document = Loader.loadPDF(Samples.completed())) {
            document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
            ByteArrayOutputStream result = new ByteArrayOutputStream();
            document.save(result);
            return result.toByteArray();
        }
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[]... parts) throws IOException {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.write(part);
        }
        return joined.toByteArray();
    }
}
