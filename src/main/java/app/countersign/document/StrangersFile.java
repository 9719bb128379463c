package app.countersign.document;

import app.countersign.kernel.Refused;
import java.io.IOException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.Loader;
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

    /** @throws Refused whatever goes wrong, with the reason why the file cannot be read */
    static <T> T read(byte[] pdf, Limits limits, Look<T> look) {
        Deadline deadline = Deadline.in(limits.time());
        try {
            new Precautions(pdf, limits, deadline).take();
            try (PDDocument document = Loader.loadPDF(new TimedBytes(pdf, deadline))) {
                check(document, limits);
                return look.at(document, deadline);
            }
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

    private static void check(PDDocument document, Limits limits) {
        if (document.isEncrypted()) {
            throw Refused.because("document.unreadable.encrypted");
        }
        if (document.getDocument().getXrefTable().size() > limits.objects()) {
            throw Refused.because("document.unreadable.too-many-objects", limits.objects());
        }
        if (document.getNumberOfPages() > limits.pages()) {
            throw Refused.because("document.unreadable.too-many-pages", limits.pages());
        }
        if (document.getNumberOfPages() < 1) {
            throw Refused.because("document.unreadable.broken");
        }
    }
}
