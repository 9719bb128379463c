package app.countersign.contract;

import app.countersign.document.Limits;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Tells anybody who brings a file whether it is a contract of ours. The file is looked at within limits, and not kept.
 */
@Stateless
public class Verifying {

    /** The largest file that is looked at, in bytes. */
    public static final long LARGEST = Limits.USUAL.bytes();

    /** Strangers may keep this machine busy, but not all of it. */
    private static final Semaphore PLACES = new Semaphore(2, true);

    private static final int PATIENCE_SECONDS = 30;

    @Inject
    private Originals originals;

    /**
     * Judges a file. It is read only once it is its turn, so that those that wait take no memory; not closed.
     *
     * @param file null when there is none
     * @throws Invalid with a complaint for {@code file} if there is none, if it is too large, or no PDF
     * @throws Refused if too many files are being looked at just now
     */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Verdict verify(InputStream file) {
        takePlace();
        try {
            return answer(new Judge(originals.certificates(), originals, Limits.USUAL).of(bytes(file)));
        } finally {
            PLACES.release();
        }
    }

    /** What is no PDF at all was chosen by mistake. */
    private static Verdict answer(Verdict verdict) {
        verdict.reasons().stream()
                .filter(reason -> reason.key().equals("document.unreadable.no-pdf"))
                .findFirst()
                .ifPresent(reason -> {
                    throw Invalid.field("file", reason);
                });
        return verdict;
    }

    private static byte[] bytes(InputStream file) {
        byte[] bytes = file == null ? new byte[0] : read(file);
        if (bytes.length == 0) {
            throw Invalid.field("file", Reason.of("contract.verification.no-file"));
        }
        if (bytes.length > LARGEST) {
            throw Invalid.field("file", Reason.of("document.unreadable.too-large", LARGEST / 1024 / 1024));
        }
        return bytes;
    }

    private static byte[] read(InputStream file) {
        try {
            return file.readNBytes((int) LARGEST + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void takePlace() {
        try {
            if (!PLACES.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw Refused.because("contract.verification.busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refused.because("contract.verification.busy");
        }
    }
}
