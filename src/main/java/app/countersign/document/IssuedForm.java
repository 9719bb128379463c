package app.countersign.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * A form of ours as it was issued, taken apart once: what comes back is judged against it. Immutable, and safe for
 * several threads.
 */
public final class IssuedForm {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final byte[] pdf;
    private final String sha256;
    private final Skeleton skeleton;
    private final List<Placement> signing;

    private IssuedForm(byte[] pdf, Skeleton skeleton, Collection<Placement> signing) {
        this.pdf = pdf;
        this.sha256 = Archival.hex(pdf);
        this.skeleton = skeleton;
        this.signing = List.copyOf(signing);
    }

    /**
     * @param pdf as {@link Form#issued} made it, kept since
     * @param signing where whoever fills it in may sign by hand, if anywhere ({@link Form#placement})
     */
    public static IssuedForm of(byte[] pdf, Collection<Placement> signing) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new IssuedForm(pdf, Skeleton.of(document, Deadline.in(PATIENCE), Set.of()), signing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] pdf() {
        return pdf;
    }

    public String sha256() {
        return sha256;
    }

    Skeleton skeleton() {
        return skeleton;
    }

    List<Placement> signing() {
        return signing;
    }

    /** What people fill in on that page: its fields, and the places for signatures. */
    List<Area> blanks(int page) {
        List<Skeleton.Sheet> sheets = skeleton.pages();
        if (page > sheets.size()) {
            return List.of();
        }
        return Stream.concat(
                        sheets.get(page - 1).laid().stream()
                                .filter(Laid::isField)
                                .map(Laid::area),
                        signing.stream().filter(place -> place.page() == page).map(Area::of))
                .toList();
    }
}
