package app.countersign.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A process that dies in the middle of a campaign leaves nobody told twice and nobody forgotten. */
class CampaignKillTest {

    private static final UUID CHANGE = UUID.randomUUID();
    private static final int CONTRACTS = 230;

    /** What no job catches, as little as a dying process does. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final List<UUID> contracts =
            Stream.generate(UUID::randomUUID).limit(CONTRACTS).toList();

    /** What the database has: the rows, each with its mail. */
    private final Set<UUID> rows = new LinkedHashSet<>();

    private final List<UUID> mails = new ArrayList<>();
    private final Set<Integer> dying = new LinkedHashSet<>(List.of(1, 17, 50, 51, 149, 150, 229));
    private int attempts;

    /** A process with nothing but what the database has. */
    private CampaignJob process() {
        return new CampaignJob(new Campaign() {

            @Override
            List<UUID> unfinished(int most) {
                return List.of(CHANGE);
            }

            @Override
            List<UUID> untold(UUID change, int most) {
                return contracts.stream()
                        .filter(one -> !rows.contains(one))
                        .limit(most)
                        .toList();
            }

            /** One transaction: row and mail are there together, or neither is. */
            @Override
            void tell(UUID change, UUID contract) {
                attempts++;
                boolean dies = dying.remove(attempts);
                if (dies && attempts % 2 == 0) {
                    throw new Killed();
                }
                if (rows.add(contract)) {
                    mails.add(contract);
                }
                if (dies) {
                    throw new Killed();
                }
            }

            @Override
            void tripped(UUID change, UUID contract) {
                throw new AssertionError("a process that dies trips over no contract");
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

        assertThat(deaths).isEqualTo(7);
        assertThat(mails).doesNotHaveDuplicates().containsExactlyElementsOf(contracts);
    }
}
