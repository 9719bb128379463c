package app.countersign.schedule;

/**
 * There is something to do for a job. Fired within a transaction, it has that job looked at as soon as the transaction has
 * committed, rather than with the next beat. Nothing depends on it: what another instance, or one that is at work already,
 * does not hear of is found a second later.
 *
 * @param job its name
 */
public record Wanted(String job) {}
