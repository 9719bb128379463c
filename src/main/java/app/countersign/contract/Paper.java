package app.countersign.contract;

import java.time.LocalDate;

/**
 * What stands on a paper that was signed elsewhere, checked.
 *
 * @param earlyReason empty where it was not in force before it was concluded
 * @param endsOn null as long as it runs on
 * @param reference may be empty
 */
record Paper(
        LocalDate concludedOn,
        LocalDate effectiveOn,
        String earlyReason,
        LocalDate endsOn,
        String reference,
        Contract.Signed signed) {}
