package app.countersign.deadline;

import app.countersign.kernel.Texts;

/** An alarm that was just said, and of what. */
public record Rung(Deadline deadline, Alarm alarm) {

    /** "Due now: tell the controller – BR-2026-0007". */
    public String headline(Texts texts) {
        String how = alarm.isWarning() ? "warning" : alarm.isDue() ? "due" : "escalation";
        return texts.text(
                "deadline.mail." + how,
                texts.text("deadline.kind." + deadline.kind()),
                deadline.subject().name(texts.language()),
                alarm.number());
    }
}
