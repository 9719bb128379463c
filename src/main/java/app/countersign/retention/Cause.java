package app.countersign.retention;

import java.util.Set;
import java.util.UUID;

/** What another room may have open and for whose sake data must stay. That room implements it, and says when it begins and ends. */
public interface Cause {

    /** As the trail calls what is open: {@code breach}. */
    String kind();

    /**
     * Whose data stays.
     *
     * @param id of what is open
     * @param processor with whom they have the contracts that count
     * @return ids of the controllers
     */
    Set<UUID> controllers(UUID id, UUID processor);
}
