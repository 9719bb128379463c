package app.countersign.contract;

import app.countersign.kernel.EmailAddress;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a returned file came from.
 *
 * @param by who brought it, for people
 * @param sender the address from which it was mailed; empty for the other doors
 * @param mail with which it came
 * @param answers whether somebody may be written to in answer: never a machine
 */
record Provenance(Door door, String by, Optional<EmailAddress> sender, Optional<UUID> mail, boolean answers) {

    private static final int LONGEST = 254;

    Provenance {
        by = by.substring(0, Math.min(LONGEST, by.length()));
    }

    static Provenance upload(Door door, String by) {
        return new Provenance(door, by, Optional.empty(), Optional.empty(), true);
    }
}
