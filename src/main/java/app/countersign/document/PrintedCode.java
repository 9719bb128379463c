package app.countersign.document;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.EncodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * What stands in the lower left corner of each page of an issued form, as a QR code and in letters, so that a page is
 * recognised after it was printed, signed by hand and scanned. A claim, not a proof: anybody can print one.
 *
 * @param code by which the form is known, {@code OKO-2026-0001}: capitals, digits and hyphens, which make the code small
 * @param page number, from 1
 */
public record PrintedCode(String code, int page) {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,29}");
    private static final Pattern PRINTED = Pattern.compile("(" + CODE + ")/(\\d{1,4})");
    private static final float MARGIN = 8 / 25.4f * 72;
    private static final float SIDE = 14 / 25.4f * 72;
    private static final float LETTERS = 5;
    private static final float GREY = 0.33f;

    public PrintedCode {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("Cannot be printed as a code: " + code);
        }
    }

    static Optional<PrintedCode> of(String text) {
        Matcher matcher = PRINTED.matcher(text);
        return matcher.matches()
                ? Optional.of(new PrintedCode(matcher.group(1), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    static void print(PDDocument document, String code, PDFont font) throws IOException {
        int number = 0;
        for (PDPage page : document.getPages()) {
            try (PDPageContentStream stream = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
                new PrintedCode(code, ++number).print(stream, font, document.getNumberOfPages());
            }
        }
    }

    private void print(PDPageContentStream stream, PDFont font, int pages) throws IOException {
        BitMatrix modules = modules();
        float module = SIDE / modules.getWidth();
        for (int row = 0; row < modules.getHeight(); row++) {
            print(stream, modules, row, module);
        }
        stream.fill();
        stream.setNonStrokingColor(GREY);
        stream.beginText();
        stream.setFont(font, LETTERS);
        stream.newLineAtOffset(MARGIN, MARGIN - LETTERS - 1);
        stream.showText(code + "  " + page + "/" + pages);
        stream.endText();
    }

    /** Modules side by side are one rectangle: seams between them would show. */
    private static void print(PDPageContentStream stream, BitMatrix modules, int row, float module) throws IOException {
        int width = modules.getWidth();
        for (int from = 0; from < width; from++) {
            int to = from;
            while (to < width && modules.get(to, row)) {
                to++;
            }
            if (to > from) {
                stream.addRect(
                        MARGIN + from * module, MARGIN + SIDE - (row + 1) * module, (to - from) * module, module);
                from = to;
            }
        }
    }

    private BitMatrix modules() {
        try {
            Map<EncodeHintType, Object> hints =
                    Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 0);
            return new QRCodeWriter().encode(code + "/" + page, BarcodeFormat.QR_CODE, 1, 1, hints);
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads the codes in a picture of a page, however it is turned. */
    static List<PrintedCode> in(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        try {
            Result[] found = new QRCodeMultiReader().decodeMultiple(bitmap, Map.of(DecodeHintType.TRY_HARDER, true));
            return Arrays.stream(found)
                    .map(result -> of(result.getText()))
                    .flatMap(Optional::stream)
                    .distinct()
                    .sorted(Comparator.comparing(PrintedCode::code).thenComparing(PrintedCode::page))
                    .toList();
        } catch (ReaderException e) {
            return List.of();
        }
    }
}
