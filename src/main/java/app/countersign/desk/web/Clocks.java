package app.countersign.desk.web;

import app.countersign.access.web.Me;
import app.countersign.deadline.Deadline;
import app.countersign.deadline.DeadlineDesk;
import app.countersign.deadline.web.DeadlineWords;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What is due, whatever room it comes from: deadlines, and contracts whose time to be signed runs out. */
@RequestScoped
class Clocks {

    @Inject
    private DeadlineDesk deadlines;

    @Inject
    private DeadlineWords words;

    @Inject
    private Clauses clauses;

    @Inject
    private Expiring expiring;

    @Inject
    private Me me;

    List<Due> first(int most) {
        Stream<Due> running = (me.opens("deadline") ? deadlines.firstDue(most) : List.<Deadline>of())
                .stream()
                        .map(deadline -> new Due(
                                words.what(deadline),
                                deadline.subject().path(),
                                deadline.dueAt(),
                                clauses.label(deadline.clause())));
        return Stream.concat(running, expiring.first(most).stream())
                .sorted(Comparator.comparing(Due::at))
                .limit(most)
                .toList();
    }
}
