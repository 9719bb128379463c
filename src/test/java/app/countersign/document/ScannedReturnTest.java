package app.countersign.document;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.document.Judgement.Verdict;
import app.countersign.kernel.Reason;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A form that was printed and scanned is recognised by its code, and left to a person. */
class ScannedReturnTest {

    private static final int DPI = 150;
    private static final ShippedForm FORM = ShippedForm.of("okomo-dpa");

    /** Turned by so many degrees, with the noise and the compression of an office's scanner. */
    private static byte[] scanned(int page, double degrees) throws IOException {
        BufferedImage sheet = ImageIO.read(new ByteArrayInputStream(Pages.png(FORM.pdf(), page, DPI)));
        BufferedImage scan = new BufferedImage(sheet.getWidth(), sheet.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = scan.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, scan.getWidth(), scan.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.rotate(Math.toRadians(degrees), sheet.getWidth() / 2.0, sheet.getHeight() / 2.0);
        pen.drawImage(sheet, 0, 0, null);
        pen.dispose();
        Random noise = new Random(page);
        for (int i = 0; i < 20_000; i++) {
            scan.getRaster()
                    .setSample(
                            noise.nextInt(scan.getWidth()),
                            noise.nextInt(scan.getHeight()),
                            0,
                            150 + noise.nextInt(100));
        }
        return pdf(scan);
    }

    private static byte[] pdf(BufferedImage scan) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
                stream.drawImage(JPEGFactory.createFromImage(document, scan, 0.6f), 0, 0, 595, 842);
            }
            ByteArrayOutputStream result = new ByteArrayOutputStream();
            document.save(result);
            return result.toByteArray();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1.5, -3, 180, 178.7})
    void a_scan_is_recognised_by_its_code(double degrees) throws IOException {
        Recognition recognition = Recognition.of(scanned(8, degrees), Limits.RETURNED);

        assertThat(recognition.identifier()).isEmpty();
        assertThat(recognition.codes()).containsExactly(new PrintedCode("OKO-2026-000042", 8));
    }

    @Test
    void a_file_that_names_itself_is_recognised_without_drawing_it() {
        Recognition recognition = Recognition.of(FORM.pdf(), Limits.RETURNED);

        assertThat(recognition.identifier())
                .hasValueSatisfying(name -> assertThat(name).startsWith("0b8c1111"));
        assertThat(recognition.codes()).isEmpty();
    }

    @Test
    void a_blank_sheet_bears_no_code() throws IOException {
        byte[] blank = pdf(new BufferedImage(1240, 1754, BufferedImage.TYPE_BYTE_GRAY));

        assertThat(Recognition.of(blank, Limits.RETURNED).codes()).isEmpty();
    }

    @Test
    void a_scan_of_one_page_is_not_honest() throws IOException {
        Judgement judgement = FORM.judge(scanned(8, 1));

        assertThat(judgement.verdict()).isNotEqualTo(Verdict.HONEST);
        assertThat(judgement.reasons())
                .extracting(Reason::key)
                .contains("document.return.no-fields", "document.return.pages", "document.return.scan");
    }

    @Test
    void differences_are_marked_in_the_pictures_of_both_pages() throws IOException {
        byte[] altered = Forger.continued(
                FORM.pdf(), document -> PageForgeries.all().get(0).trick().on(document, new Random(5)));
        Judgement judgement = FORM.judge(altered);
        Difference stamp = judgement.differences().stream()
                .filter(difference -> difference.area().isPresent())
                .findFirst()
                .orElseThrow();

        for (byte[] file : new byte[][] {FORM.pdf(), altered}) {
            byte[] marked = ReturnPictures.png(file, stamp.page(), 60, judgement.differences(), Limits.RETURNED)
                    .orElseThrow();
            byte[] plain = ReturnPictures.png(file, stamp.page(), 60, java.util.List.of(), Limits.RETURNED)
                    .orElseThrow();
            assertThat(marked).isNotEqualTo(plain);
        }
        assertThat(ReturnPictures.png(altered, 99, 60, judgement.differences(), Limits.RETURNED))
                .isEmpty();
    }
}
