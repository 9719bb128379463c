package app.countersign.retention;

/**
 * A hold as people type it. Of person, controller and time at least one is said.
 *
 * @param processor its code
 * @param store its id; empty for every store of the processor
 * @param person as the stores' subject column has it
 * @param controller its id
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
