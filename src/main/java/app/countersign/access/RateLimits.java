package app.countersign.access;

import app.countersign.kernel.SettingSources;
import app.countersign.kernel.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Keeps anybody from asking so often that nobody else gets an answer. */
@ApplicationScoped
public class RateLimits {

    /** What strangers do here, each with a limit of its own. */
    public enum Strangers {
        SIGN_IN,
        VERIFICATION,
        LINK,
        REFUSED
    }

    /** A household or company has a /64 of IPv6 for itself, and all addresses in it. */
    private static final int NETWORK_BYTES = 8;

    private static final int IPV6_BYTES = 16;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Resource(lookup = "java:app/jdbc/countersign")
    private DataSource database;

    private final Map<Strangers, Allowance> strangers = new EnumMap<>(Strangers.class);
    private Allowance keys;

    /** Only PostgreSQL can have a second instance; beside the embedded database there is nobody to agree with. */
    @PostConstruct
    void start() {
        Limits limits = Limits.read(SettingSources.ofServer());
        Ledger ledger = settings.database().isPostgres() ? new SharedLedger(database) : Ledger.OF_ONE;
        keys = new Allowance(limits.key(), ledger, clock);
        strangers.put(Strangers.SIGN_IN, new Allowance(limits.signIn(), ledger, clock));
        strangers.put(Strangers.VERIFICATION, new Allowance(limits.verification(), ledger, clock));
        strangers.put(Strangers.LINK, new Allowance(limits.link(), ledger, clock));
        strangers.put(Strangers.REFUSED, new Allowance(limits.refused(), ledger, clock));
    }

    /** A request with an API key. Empty if it is to be answered, otherwise how long to wait, in whole seconds. */
    public Optional<Duration> spend(UUID key) {
        return keys.spend("key " + key);
    }

    /** A request of somebody of whom only the address is known. As {@link #spend(UUID)}. */
    public Optional<Duration> spend(Strangers what, String address) {
        return strangers.get(what).spend(what.name().toLowerCase(Locale.ROOT) + " " + network(address));
    }

    static String network(String address) {
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length < IPV6_BYTES ? address : HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES);
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
