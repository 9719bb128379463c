package app.countersign.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/** The clock in the frame of every page. */
@Named
@RequestScoped
public class NextDeadline {

    @Inject
    private Clocks clocks;

    private Optional<Due> first;

    /** The first thing due, or null when nothing is. */
    public Due getDue() {
        if (first == null) {
            first = clocks.first(1).stream().findFirst();
        }
        return first.orElse(null);
    }
}
