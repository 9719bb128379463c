package app.countersign.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Optional;

/** The clock in the frame of every page. */
@Named
@RequestScoped
public class NextDeadline {

    /** The first thing due, or null when nothing is. */
    public Due getDue() {
        return first().orElse(null);
    }

    private static Optional<Due> first() {
        return Optional.empty();
    }
}
