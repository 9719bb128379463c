package app.countersign.announcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.schedule.Job.Outcome;
import jakarta.persistence.PersistenceException;
import java.sql.SQLTransientException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What trips the application up at one contract keeps none of the others waiting. */
class CampaignJobTest {

    private static final UUID CHANGE = UUID.randomUUID();
    private static final UUID BAD = UUID.randomUUID();

    private final List<UUID> told = new ArrayList<>();
    private final List<UUID> noted = new ArrayList<>();
    private final List<UUID> waiting = new ArrayList<>(List.of(UUID.randomUUID(), BAD, UUID.randomUUID()));
    private RuntimeException trouble = new IllegalStateException("of that contract");

    /** Tells of one change, after one that does not go on. */
    private final CampaignJob job = new CampaignJob(new Campaign() {

        @Override
        List<UUID> unfinished(int most) {
            return List.of(UUID.randomUUID(), CHANGE);
        }

        @Override
        List<UUID> untold(UUID change, int most) {
            if (!change.equals(CHANGE)) {
                throw new IllegalStateException("of that change");
            }
            List<UUID> next = List.copyOf(waiting);
            waiting.clear();
            return next;
        }

        @Override
        void tell(UUID change, UUID contract) {
            if (contract.equals(BAD)) {
                throw trouble;
            }
            told.add(contract);
        }

        @Override
        void tripped(UUID change, UUID contract) {
            noted.add(contract);
        }
    });

    @Test
    void aContractThatCannotBeToldIsNotedAndTheOthersAreTold() {
        List<UUID> all = List.copyOf(waiting);

        assertThat(job.run()).isEqualTo(new Outcome(3, true));

        assertThat(told).containsExactly(all.get(0), all.get(2));
        assertThat(noted).containsExactly(BAD);
        assertThat(job.run()).isEqualTo(new Outcome(0, false));
    }

    @Test
    void anOutageIsNoFaultOfTheContract() {
        trouble = new PersistenceException(new SQLTransientException("away"));

        assertThatThrownBy(job::run).isSameAs(trouble);

        assertThat(told).hasSize(1);
        assertThat(noted).isEmpty();
    }
}
