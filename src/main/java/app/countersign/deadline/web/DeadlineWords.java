package app.countersign.deadline.web;

import app.countersign.deadline.Alarm;
import app.countersign.deadline.Citations;
import app.countersign.deadline.Deadline;
import app.countersign.kernel.web.Words;
import app.countersign.terms.Span;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;

/** What people read of a deadline: {@code #{deadlineWords.what(deadline)}}. */
@Named
@RequestScoped
public class DeadlineWords {

    @Inject
    private Words words;

    @Inject
    private Citations citations;

    private final Map<String, String> clauses = new HashMap<>();

    /** "Tell the controller – BR-2026-0007". */
    public String what(Deadline deadline) {
        return words.with("deadline.what", kind(deadline), about(deadline));
    }

    /** What it is about; what is named by a clause, by that clause as people cite it. */
    public String about(Deadline deadline) {
        return cited(deadline.subject().name(words.texts().language()));
    }

    public String kind(Deadline deadline) {
        return words.with("deadline.kind." + deadline.kind());
    }

    /** What demands it, as people cite it. */
    public String clause(Deadline deadline) {
        return cited(deadline.clause());
    }

    /** A clause that the trail names, as people cite it: {@code § 10 Abs. 1} for {@code okomo-dpa 10-1}. */
    public String cited(String clause) {
        return clauses.computeIfAbsent(
                clause, one -> citations.label(one, words.texts().language()));
    }

    public String rule(Deadline deadline) {
        Span span = deadline.rule();
        return span.in(words.texts().language());
    }

    public String alarm(Alarm alarm) {
        String name = alarm.isWarning() ? "warning" : alarm.isDue() ? "due" : "escalation";
        return words.with("deadline.alarm." + name, alarm.number());
    }
}
