package app.countersign.breach.web;

import app.countersign.deadline.Moment;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A local time as it is typed into a field. One that the clocks show twice raises a question, which the form asks beside
 * the field and which comes back answered; one that they skip is a complaint.
 */
public final class TypedMoment {

    /** One of two instants that look alike.
     *
     * @param value the instant */
    public record Choice(String value, String label, boolean chosen) {}

    private final String field;
    private final String answer;
    private String text;
    private List<Choice> choices = List.of();

    /**
     * @param field its name, for complaints
     * @param answer which of two instants was meant; null where nobody was asked
     */
    TypedMoment(String field, String answer) {
        this.field = field;
        this.answer = answer;
    }

    /**
     * @return the instant in ISO 8601, or nothing if nothing is typed
     * @throws Invalid if it can't be, or if it is yet to be said which of two is meant
     */
    String read(ZoneId zone, Locale reader) {
        if (text == null || text.isBlank()) {
            return "";
        }
        try {
            return Moment.read(text, zone).toString();
        } catch (Moment.Ambiguous twice) {
            return which(twice, zone, reader);
        } catch (Refused e) {
            throw Invalid.field(field, e.reason());
        }
    }

    private String which(Moment.Ambiguous twice, ZoneId zone, Locale reader) {
        DateTimeFormatter words = DateTimeFormatter.ofPattern("HH:mm z (xxx)", reader);
        choices = List.of(twice.earlier(), twice.later()).stream()
                .map(instant -> new Choice(
                        instant.toString(),
                        words.format(instant.atZone(zone)),
                        instant.toString().equals(answer)))
                .toList();
        return choices.stream()
                .filter(Choice::chosen)
                .map(Choice::value)
                .findFirst()
                .orElseThrow(() -> Invalid.field(field, Reason.of("breach.complaint.twice")));
    }

    /** Between which one has to choose; empty where there is no question. */
    public List<Choice> getChoices() {
        return choices;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    static String of(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm").format(instant.atZone(zone));
    }
}
