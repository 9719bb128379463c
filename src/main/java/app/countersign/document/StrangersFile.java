package app.countersign.document;

import app.countersign.kernel.Refused;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Opens a file that may be broken, or made to harm whoever opens it. */
final class StrangersFile {

    /** The parser complains of each fault it meets: whoever brings rubbish could fill the log. Held, or it is forgotten. */
    private static final List<Logger> QUIET =
            List.of(Logger.getLogger("org.apache.pdfbox"), Logger.getLogger("org.apache.fontbox"));

    static {
        QUIET.forEach(logger -> logger.setLevel(Level.OFF));
    }

    private StrangersFile() {}

    /** What is done with it while it is open. */
    interface Look<T> {
        T at(PDDocument document, Deadline deadline) throws IOException;
    }

    /** As {@link Look}; {@code sound} unless the file had to be repaired to be read. */
    interface CloseLook<T> {
        T at(PDDocument document, boolean sound, Deadline deadline) throws IOException;
    }

    /** @throws Refused whatever goes wrong, with the reason why the file cannot be read */
    static <T> T read(byte[] pdf, Limits limits, Look<T> look) {
        return guarded(pdf, limits, deadline -> {
            try (PDDocument document = Loader.loadPDF(new TimedBytes(pdf, deadline))) {
                check(document, limits, deadline);
                return look.at(document, deadline);
            }
        });
    }

    /**
     * As {@link #read}, but without guessing where the file contradicts itself, if that is possible: where one reader
     * guesses, another may guess otherwise, and show something else.
     *
     * @throws Refused whatever goes wrong, with the reason why the file cannot be read
     */
    static <T> T readClosely(byte[] pdf, Limits limits, CloseLook<T> look) {
        return guarded(pdf, limits, deadline -> {
            Optional<PDDocument> strict = strictly(pdf, deadline);
            try (PDDocument document =
                    strict.isPresent() ? strict.get() : Loader.loadPDF(new TimedBytes(pdf, deadline))) {
                check(document, limits, deadline);
                return look.at(document, strict.isPresent(), deadline);
            }
        });
    }

    private static Optional<PDDocument> strictly(byte[] pdf, Deadline deadline) throws InvalidPasswordException {
        try {
            return Optional.of(new PDFParser(new TimedBytes(pdf, deadline)).parse(false));
        } catch (InvalidPasswordException e) {
            throw e;
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private interface Reading<T> {
        T until(Deadline deadline) throws IOException;
    }

    private static <T> T guarded(byte[] pdf, Limits limits, Reading<T> reading) {
        Deadline deadline = Deadline.in(limits.time());
        try {
            new Precautions(pdf, limits, deadline).take();
            return reading.until(deadline);
        } catch (Refused e) {
            throw e;
        } catch (InvalidPasswordException e) {
            throw Refused.because("document.unreadable.encrypted");
        } catch (Deadline.Passed e) {
            throw Refused.because("document.unreadable.too-slow", limits.time().toSeconds());
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // The last two end one absurd nesting or allocation that the precautions missed; the application goes on.
            throw Refused.because("document.unreadable.broken");
        }
    }

    private static void check(PDDocument document, Limits limits, Deadline deadline) throws IOException {
        if (document.isEncrypted()) {
            throw Refused.because("document.unreadable.encrypted");
        }
        if (document.getDocument().getXrefTable().size() > limits.objects()) {
            throw Refused.because("document.unreadable.too-many-objects", limits.objects());
        }
        Burden.check(document, limits, deadline);
        if (document.getNumberOfPages() > limits.pages()) {
            throw Refused.because("document.unreadable.too-many-pages", limits.pages());
        }
        if (document.getNumberOfPages() < 1) {
            throw Refused.because("document.unreadable.broken");
        }
    }
}
