package app.countersign.terms;

import java.time.Period;
import java.util.List;

/**
 * What happens to a contract that is issued and not signed.
 *
 * @param expires after this long from issue
 * @param reminders after these, from issue
 */
public record Unsigned(Period expires, List<Period> reminders) {

    public Unsigned {
        reminders = List.copyOf(reminders);
    }
}
