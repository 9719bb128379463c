package app.countersign.document;

import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;

/**
 * Has a virus scanner look at what somebody brings, while it is read to be stored: what the scanner finds bad, or can't
 * look at, fails the read and is not kept. Without a scanner in the settings everything passes.
 *
 * <pre>{@code files.store(viruses.check("file", content), type)}</pre>
 */
@ApplicationScoped
public class VirusCheck {

    /** The reason for refusing what the scanner finds bad; its argument is what that is called. */
    public static final String FOUND = "document.virus.found";

    private Optional<URI> scanner = Optional.empty();

    protected VirusCheck() {}

    @Inject
    VirusCheck(Settings settings) {
        this(settings.virusScanner());
    }

    /** Outside a container. */
    public VirusCheck(Optional<URI> scanner) {
        this.scanner = scanner;
    }

    /**
     * The same content; its end is reached only when the scanner has found nothing in it.
     *
     * @param field beside which is said what is wrong: a read fails with an {@link Invalid} for that, a
     *     {@link ScannerSilent} if it is the scanner
     */
    public InputStream check(String field, InputStream content) {
        return scanner.<InputStream>map(where ->
                        new ScannedStream(content, () -> ScannerLine.to(where), verdict -> refusal(field, verdict)))
                .orElse(content);
    }

    private static Invalid refusal(String field, ScannerLine.Verdict verdict) {
        return switch (verdict.kind()) {
            case FOUND -> Invalid.field(field, Reason.of(FOUND, verdict.name()));
            case TOO_LARGE -> Invalid.field(field, Reason.of("document.virus.too-large"));
            default -> new ScannerSilent(field);
        };
    }
}
