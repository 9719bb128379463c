package app.countersign.breach;

import java.util.Set;

/**
 * Which breaches a list shows.
 *
 * @param states any of these; empty for all
 * @param text which stands in the number or the title, in upper or lower case; empty for whatever stands there
 */
public record BreachFilter(Set<BreachState> states, String text) {

    public static final BreachFilter ALL = new BreachFilter(Set.of(), "");

    public BreachFilter {
        states = states.isEmpty() ? Set.of(BreachState.values()) : Set.copyOf(states);
        text = text == null ? "" : text.strip();
    }
}
