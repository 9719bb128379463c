package app.countersign.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntUnaryOperator;

/**
 * How often each asker may ask in a minute. Requests are set aside in the {@link Ledger} in batches of a twentieth of
 * the limit: a busy asker costs a write for thirty requests, one who has asked too often costs none, and several
 * instances together never answer more than the limit. The price is that an instance may hold some that another could
 * have used, at most one batch less one.
 *
 * <p>A window of fixed minutes was chosen over buckets that fill evenly: a bucket needs a locked row that is read and
 * written for each request, a window one number that is added to.
 */
final class Allowance {

    static final Duration WINDOW = Duration.ofMinutes(1);

    /** From here on, newcomers of that minute are counted as one: memory stays bounded, whoever floods us. */
    static final int MOST_ASKERS = 20_000;

    private static final int LARGEST_BATCH = 50;
    private static final int BATCHES = 20;
    private static final String EVERYBODY_ELSE = "everybody else";

    private final int limit;
    private final Ledger ledger;
    private final Clock clock;
    private volatile Minute minute = new Minute(0);

    /** @param limit requests a minute; 0 for no limit */
    Allowance(int limit, Ledger ledger, Clock clock) {
        this.limit = limit;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Counts a request. Empty if it is to be answered, otherwise how long to wait: whole seconds, 1 at least. */
    Optional<Duration> spend(String asker) {
        if (limit == 0) {
            return Optional.empty();
        }
        long now = clock.instant().getEpochSecond();
        Minute current = current(now - Math.floorMod(now, WINDOW.toSeconds()));
        String counted = current.place(asker);
        String hash = ApiKey.hashOf(counted);
        boolean left = current.share(counted).spend(batch(), limit, n -> ledger.take(hash, current.begins, n, limit));
        return left ? Optional.empty() : Optional.of(Duration.ofSeconds(current.begins + WINDOW.toSeconds() - now));
    }

    private int batch() {
        return Math.max(1, Math.min(limit / BATCHES, LARGEST_BATCH));
    }

    private Minute current(long begins) {
        Minute known = minute;
        if (known.begins == begins) {
            return known;
        }
        synchronized (this) {
            if (minute.begins != begins) {
                minute = new Minute(begins);
            }
            return minute;
        }
    }

    private static final class Minute {

        private final long begins;
        private final Map<String, Share> shares = new ConcurrentHashMap<>();

        Minute(long begins) {
            this.begins = begins;
        }

        String place(String asker) {
            return shares.containsKey(asker) || shares.size() < MOST_ASKERS ? asker : EVERYBODY_ELSE;
        }

        Share share(String asker) {
            return shares.computeIfAbsent(asker, a -> new Share());
        }
    }

    /** What this instance has set aside for one asker. */
    private static final class Share {

        private int left;
        private boolean exhausted;

        synchronized boolean spend(int batch, int limit, IntUnaryOperator ledger) {
            if (left == 0 && !exhausted) {
                left = ledger.applyAsInt(batch);
                // Another number than was asked for is all there is; so is a batch that is the whole limit.
                exhausted = left != batch || batch == limit;
            }
            if (left == 0) {
                return false;
            }
            left--;
            return true;
        }
    }
}
