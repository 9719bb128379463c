package app.countersign.deadline.web;

import app.countersign.deadline.Alarm;
import app.countersign.deadline.Deadline;
import app.countersign.kernel.web.Words;
import app.countersign.terms.Law;
import app.countersign.terms.Span;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What people read of a deadline: {@code #{deadlineWords.what(deadline)}}. */
@Named
@RequestScoped
public class DeadlineWords {

    @Inject
    private Words words;

    @Inject
    private Law law;

    /** "Tell the controller – BR-2026-0007". */
    public String what(Deadline deadline) {
        return words.with("deadline.what", kind(deadline), deadline.subject().name());
    }

    public String kind(Deadline deadline) {
        return words.with("deadline.kind." + deadline.kind());
    }

    /** Articles of acts in words; a contract's clause as it is cited. */
    public String clause(Deadline deadline) {
        return law.label(deadline.clause(), words.texts().language()).orElse(deadline.clause());
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
