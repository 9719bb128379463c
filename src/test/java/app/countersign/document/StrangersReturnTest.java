package app.countersign.document;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.document.Judgement.Verdict;
import app.countersign.kernel.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever somebody sends, a verdict comes of it, in time, with a reason that can be told. */
class StrangersReturnTest {

    private static final Path INPUTS = Path.of(
            "src/test/resources/app/countersign/document/ReaderFuzzInputs/reading_a_stranger_s_file_ends_in_a_verdict");
    private static final long LONGEST_NANOS = 7_500_000_000L;

    static Stream<Arguments> badFiles() throws IOException {
        byte[] issued = form().pdf();
        return Stream.of(
                Arguments.of("empty", new byte[0], "document.unreadable.no-pdf"),
                Arguments.of("a picture", "\u0089PNG\r\n\u001a\n".repeat(100).getBytes(), "document.unreadable.no-pdf"),
                Arguments.of("100 MB", Arrays.copyOf(issued, 100 << 20), "document.unreadable.too-large"),
                Arguments.of("a bomb", bomb(), "document.unreadable.bomb"),
                Arguments.of("5,000 pages", pages(5_000), "document.unreadable.too-many-pages"),
                Arguments.of("a password", withPassword(issued, "secret"), "document.unreadable.encrypted"),
                Arguments.of("an empty password", withPassword(issued, ""), "document.unreadable.encrypted"));
    }

    private static ShippedForm form() {
        return ShippedForm.of("okomo-dpa");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFiles")
    void a_bad_file_is_unreadable_for_a_reason(String name, byte[] file, String reason) {
        Judgement judgement = form().judge(file);

        assertThat(judgement.verdict()).isEqualTo(Verdict.UNREADABLE);
        assertThat(judgement.reasons()).extracting(Reason::key).containsExactly("document.return.unreadable", reason);
        assertThat(judgement.json()).contains(reason);
    }

    @Test
    void a_truncated_form_is_not_honest() {
        byte[] filled = Fills.byPdfBox(form().pdf(), form().values());
        for (int length = 1; length < form().pdf().length; length += filled.length / 25) {
            assertThat(form().judge(Arrays.copyOf(filled, length)).verdict()).isNotEqualTo(Verdict.HONEST);
        }
    }

    @Test
    void damage_anywhere_ends_in_a_verdict_in_time() {
        byte[] filled = Fills.byPdfBox(form().pdf(), form().values());
        Random chance = new Random(11);
        for (int round = 0; round < 40; round++) {
            byte[] damaged = filled.clone();
            for (int i = 0; i < 8; i++) {
                damaged[chance.nextInt(damaged.length)] = (byte) chance.nextInt();
            }
            judgedInTime(form().issued(), damaged);
        }
    }

    /** Files from which the fuzzer starts, and those that it found. */
    @Test
    void what_the_fuzzer_knows_ends_in_a_verdict_in_time() throws IOException {
        IssuedForm issued = IssuedForm.of(Files.readAllBytes(INPUTS.resolve("issued.pdf")), List.of());
        try (Stream<Path> inputs = Files.list(INPUTS)) {
            for (Path input : inputs.toList()) {
                judgedInTime(issued, Files.readAllBytes(input));
            }
        }
        assertThat(ShippedForm.CHECK
                        .judge(issued, Files.readAllBytes(INPUTS.resolve("filled.pdf")))
                        .verdict())
                .isEqualTo(Verdict.HONEST);
    }

    private static void judgedInTime(IssuedForm issued, byte[] file) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Judgement judgement = ShippedForm.CHECK.judge(issued, file);

        assertThat(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before)
                .isLessThan(LONGEST_NANOS);
        assertThat(judgement.json()).contains("\"verdict\"");
    }

    private static byte[] withPassword(byte[] pdf, String password) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            ByteArrayOutputStream result = new ByteArrayOutputStream();
            document.save(result);
            return result.toByteArray();
        }
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream output = new DeflaterOutputStream(packed)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                output.write(zeros);
            }
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(ascii("%PDF-1.7\n4 0 obj\n<</Length " + packed.size() + " /Filter /FlateDecode>>\nstream\n"));
        packed.writeTo(file);
        file.write(ascii("\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n"));
        return file.toByteArray();
    }

    private static byte[] pages(int count) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < count; i++) {
                document.addPage(new org.apache.pdfbox.pdmodel.PDPage());
            }
            ByteArrayOutputStream result = new ByteArrayOutputStream();
            document.save(result);
            return result.toByteArray();
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
