package app.countersign.retention;

/**
 * A hold as people type it. Of store, person, controller and time at least one is said; a store alone means all of it.
 *
 * @param processor its code
 * @param store its id; empty for every store of the processor
 * @param person as the stores' subject column has it
 * @param controller its id, or the number of a contract with it
 * @param from ISO day, as are {@code to} and {@code endsOn}
 */
public record HoldEntry(
        String processor,
        String store,
        String person,
        String controller,
        String from,
        String to,
        String reason,
        String endsOn) {}
