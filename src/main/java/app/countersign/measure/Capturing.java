package app.countersign.measure;

import app.countersign.access.Roles;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.Refused;
import app.countersign.kernel.Settings;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;

/** Bringing a link with what stands there now. Fetching holds no transaction: it may take its time. */
@Stateless
public class Capturing {

    /** In bytes. */
    static final int LARGEST = 10 * 1024 * 1024;

    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Inject
    private Bringing bringing;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /**
     * An address where the proof is to be found, with a file of what stood there at this moment: that is when it was so,
     * whatever the entry says.
     *
     * @throws Invalid with complaints for {@code title}, {@code url}, {@code until}; for {@code url} also if nothing can be
     *     fetched from there
     */
    @RolesAllowed({Roles.DPO, Roles.LEGAL})
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Evidence capture(Bringing.Entry entry, String url) {
        // Nobody is called before all else is well.
        String address = bringing.requireLink(entry, url);
        WebLine line = new WebLine(settings.probeNetworks(), LONGEST, (SSLSocketFactory) SSLSocketFactory.getDefault());
        int largest = (int) Math.min(LARGEST, settings.evidenceLargest());
        try {
            return bringing.seen(entry, address, new Fetching(line, largest, clock).from(address));
        } catch (Invalid e) {
            throw e;
        } catch (Refused e) {
            throw Invalid.field("url", e.reason());
        }
    }
}
