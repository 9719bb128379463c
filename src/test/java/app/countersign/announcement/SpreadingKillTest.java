package app.countersign.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A process that dies while subscribers are told leaves nobody told twice and nobody forgotten. */
class SpreadingKillTest {

    private static final UUID CHANGE = UUID.randomUUID();

    /** What no job catches, as little as a dying process does. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final List<UUID> subscribers =
            Stream.generate(UUID::randomUUID).limit(230).toList();
    private final UUID ended = subscribers.get(120);
    private final Set<UUID> told = new LinkedHashSet<>();
    private final List<UUID> mails = new ArrayList<>();
    private final Set<Integer> dying = new LinkedHashSet<>(List.of(1, 18, 100, 101, 199));
    private int attempts;

    /** A process with nothing but what the database has. */
    private SpreadingJob process() {
        return new SpreadingJob(new Spreading() {

            @Override
            List<UUID> unspread(int most) {
                return List.of(CHANGE);
            }

            @Override
            List<UUID> untold(UUID change, int most) {
                return subscribers.stream()
                        .filter(one -> !told.contains(one))
                        .limit(most)
                        .toList();
            }

            /** One transaction: row and mail are there together, or neither is. */
            @Override
            void tell(UUID change, UUID subscriber) {
                attempts++;
                boolean dies = dying.remove(attempts);
                if (dies && attempts % 2 == 0) {
                    throw new Killed();
                }
                if (subscriber.equals(ended) && told.size() < subscribers.size() - 1) {
                    throw new IllegalStateException("of that subscriber");
                }
                if (told.add(subscriber)) {
                    mails.add(subscriber);
                }
                if (dies) {
                    throw new Killed();
                }
            }
        });
    }

    @Test
    void whoeverWasToldIsNotToldAgainByTheNextProcess() {
        int deaths = 0;
        boolean more = true;
        while (more) {
            try {
                more = process().run().more();
            } catch (Killed e) {
                deaths++;
            }
        }

        assertThat(deaths).isEqualTo(5);
        assertThat(mails).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(subscribers);
    }
}
