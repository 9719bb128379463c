package app.countersign.webhook;

import app.countersign.deadline.AlarmsRung;
import app.countersign.deadline.Deadline;
import app.countersign.deadline.DeadlineEvent;
import app.countersign.deadline.DeadlineEvent.DeadlineAcknowledged;
import app.countersign.deadline.DeadlineEvent.DeadlineMet;
import app.countersign.deadline.DeadlineEvent.DeadlineWaived;
import app.countersign.deadline.Rung;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Settings;
import app.countersign.kernel.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Passes on what is said of deadlines, within the transaction in which it is said. */
@ApplicationScoped
class DeadlineTelling {

    @Inject
    private Webhooks webhooks;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    void rang(@Observes AlarmsRung alarms) {
        Texts texts = Texts.of(Locale.ENGLISH);
        webhooks.tell(alarms.rung().stream()
                .map(rung -> message(
                        event(rung),
                        rung.deadline(),
                        alarms.at(),
                        data(rung.deadline())
                                .add("alarm", rung.alarm().name())
                                .add("alarmAt", rung.alarm().at().toString())
                                .add("summary", rung.headline(texts))))
                .toList());
    }

    void acknowledged(@Observes DeadlineAcknowledged event) {
        tell("deadline.acknowledged", event);
    }

    void met(@Observes DeadlineMet event) {
        tell("deadline.met", event);
    }

    void waived(@Observes DeadlineWaived event) {
        tell("deadline.waived", event);
    }

    private void tell(String event, DeadlineEvent happened) {
        webhooks.tell(List.of(message(event, happened.deadline(), clock.instant(), data(happened.deadline()))));
    }

    private static String event(Rung rung) {
        if (rung.alarm().isWarning()) {
            return "deadline.warned";
        }
        return rung.alarm().isDue() ? "deadline.due" : "deadline.escalated";
    }

    private static Message message(String event, Deadline deadline, Instant at, JsonObjectBuilder data) {
        return new Message(event, deadline.subject().processor(), at, data.build());
    }

    private JsonObjectBuilder data(Deadline deadline) {
        return Json.createObjectBuilder()
                .add("deadline", deadline.id().toString())
                .add("kind", deadline.kind())
                .add("clause", deadline.clause())
                .add("startsAt", deadline.startsAt().toString())
                .add("dueAt", deadline.dueAt().toString())
                .add("legalEnd", deadline.legalEndAt().toString())
                .add("state", KebabCase.of(deadline.state()))
                .add("subject", deadline.subject().id().toString())
                .add("subjectKind", deadline.subject().kind())
                .add("subjectName", deadline.subject().name())
                .add("href", settings.baseUrl() + "/deadline/view?id=" + deadline.id());
    }
}
