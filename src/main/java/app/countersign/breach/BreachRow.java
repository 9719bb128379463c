package app.countersign.breach;

import java.time.Instant;

/**
 * A breach as a list shows it.
 *
 * @param controllers how many are concerned, without those of which a person said that they are not
 * @param due when the first of its open deadlines is due; null where none is open
 */
public record BreachRow(Breach breach, long controllers, Instant due) {}
