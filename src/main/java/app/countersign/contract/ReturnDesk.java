package app.countersign.contract;

import app.countersign.document.Limits;
import app.countersign.document.ReturnPictures;
import app.countersign.document.StoredFile;
import app.countersign.document.VirusCheck;
import app.countersign.kernel.BoundedStream;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Where all doors lead: a file is kept, judged and settled. As many at once as memory allows; no transaction is open. */
@ApplicationScoped
class ReturnDesk {

    private static final long LARGEST = Limits.USUAL.bytes();
    private static final Semaphore PLACES = new Semaphore(2, true);
    private static final String FILE = "file";
    private static final int PATIENCE_SECONDS = 60;
    private static final int DPI = 110;

    @Inject
    private ReturnSteps steps;

    @Inject
    private Assessing assessing;

    /** A file at the door.
     *
     * @param bytes gives its content, once it is its turn */
    interface Brought {
        byte[] bytes();
    }

    /**
     * Takes a file in for that contract.
     *
     * @return the return's id; the same for the same file
     * @throws Refused if the contract has not gone out, or too many files are being judged just now
     */
    UUID take(UUID contractId, Brought file, String name, Provenance from) {
        return inTurn(() -> {
            byte[] bytes = file.bytes();
            Assessing.Form issued =
                    steps.issued(contractId).orElseThrow(() -> Refused.because("contract.return.refusal.not-issued"));
            StoredFile kept = steps.keep(bytes);
            Optional<UUID> known = steps.known(contractId, kept.sha256());
            return known.orElseGet(() -> steps.settle(contractId, kept, name, from, assessing.of(issued, bytes)));
        });
    }

    /** The contract to which a file says that it belongs, if there is such a contract. */
    Optional<UUID> recognise(Brought file) {
        return inTurn(() -> steps.contract(assessing.claim(file.bytes())));
    }

    /** @throws Refused if the file can't be read */
    Optional<byte[]> picture(ReturnDetails file, boolean returned, int page) {
        return inTurn(() -> {
            byte[] pdf = returned
                    ? steps.read(file.sha256())
                    : steps.issued(file.contractId()).orElseThrow().pdf();
            return ReturnPictures.png(
                    pdf, page, DPI, file.protocol().assessment().differences(), Limits.RETURNED);
        });
    }

    /**
     * The paper of a contract that was concluded elsewhere, as it was brought.
     *
     * @param file null when there is none; not closed
     * @throws Invalid with a complaint for {@code file} if there is none, or nobody could read it
     */
    byte[] paper(InputStream file, VirusCheck viruses) {
        return inTurn(() -> {
            byte[] bytes = uploaded(file, viruses);
            readable(bytes);
            return bytes;
        });
    }

    /** @throws Invalid with a complaint for {@code file} if nobody could read it as a PDF */
    static void readable(byte[] pdf) {
        try {
            ReturnPictures.pages(pdf, Limits.USUAL);
        } catch (Refused unreadable) {
            throw Invalid.field(FILE, unreadable.reason());
        }
    }

    /** What is done when it is one's turn. */
    private interface Turn<T> {
        T come();
    }

    private static <T> T inTurn(Turn<T> turn) {
        try {
            if (!PLACES.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw Refused.because("contract.verification.busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refused.because("contract.verification.busy");
        }
        try {
            return turn.come();
        } finally {
            PLACES.release();
        }
    }

    /**
     * All of an uploaded file; not closed.
     *
     * @param file null when there is none
     * @throws Invalid with a complaint for {@code file} if there is none, it is too large, or the virus scanner finds
     *     it bad or does not answer
     */
    static byte[] uploaded(InputStream file, VirusCheck viruses) {
        InputStream content = file == null ? InputStream.nullInputStream() : file;
        try {
            byte[] bytes = viruses.check(FILE, new BoundedStream(content, LARGEST, ReturnDesk::tooLarge))
                    .readAllBytes();
            if (bytes.length == 0) {
                throw Invalid.field(FILE, Reason.of("contract.verification.no-file"));
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Invalid tooLarge() {
        return Invalid.field(FILE, Reason.of("document.unreadable.too-large", LARGEST / 1024 / 1024));
    }
}
