package app.countersign.document;

import app.countersign.kernel.Refused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Which form of ours a file claims to be. Claims, all of them: what they lead to has to be compared.
 *
 * @param identifier by which the file names itself ({@link Metadata#identifier}); empty after printing or scanning
 * @param codes that are printed on its pages, looked for only where the file does not name itself
 */
public record Recognition(Optional<String> identifier, List<PrintedCode> codes) {

    /** Of a scan, a few pages are looked at until one bears a code; the corner of one page may be torn, not of all. */
    private static final int MOST_PAGES = 12;

    private static final int[] RESOLUTIONS = {150, 220};

    public Recognition {
        codes = List.copyOf(codes);
    }

    /** @throws Refused when the file cannot be read, with the reason */
    public static Recognition of(byte[] pdf, Limits limits) {
        return StrangersFile.read(pdf, limits, (document, deadline) -> {
            Optional<String> identifier = Verification.identifier(document);
            return new Recognition(identifier, identifier.isPresent() ? List.of() : codes(document, deadline));
        });
    }

    private static List<PrintedCode> codes(PDDocument document, Deadline deadline) throws IOException {
        List<PrintedCode> codes = new ArrayList<>();
        for (int page = 1; page <= Math.min(MOST_PAGES, document.getNumberOfPages()) && codes.isEmpty(); page++) {
            for (int dpi : RESOLUTIONS) {
                deadline.checkNow();
                if (codes.isEmpty()) {
                    Portrait.of(document, page, dpi, deadline)
                            .map(PrintedCode::in)
                            .ifPresent(codes::addAll);
                }
            }
        }
        return codes;
    }
}
