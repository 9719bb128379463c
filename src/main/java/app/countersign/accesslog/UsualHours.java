package app.countersign.accesslog;

import app.countersign.kernel.Settings;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When people usually work, Monday to Friday, on the clocks of the installation's zone ({@code countersign.usual.hours}).
 *
 * @param from the first usual hour, 0-23
 * @param to the first hour that is no longer usual, 1-24
 */
public record UsualHours(int from, int to) {

    static final int LAST_WORKING_DAY = 5;

    private static final String NAME = "usual.hours";
    private static final Pattern FORM = Pattern.compile("(\\d{1,2})-(\\d{1,2})");
    private static final int HOURS = 24;

    /**
     * @param source the value of a full name, if it is set
     * @throws Settings.Wrong for what are no two hours in order
     */
    static UsualHours read(Function<String, Optional<String>> source) {
        String text = source.apply("countersign." + NAME)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .orElse("6-20");
        Matcher form = FORM.matcher(text);
        if (form.matches()) {
            UsualHours hours = new UsualHours(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
            if (hours.from < hours.to && hours.to <= HOURS) {
                return hours;
            }
        }
        throw new Settings.Wrong(NAME, "'" + text + "' are no hours; give the first and the one after the last: 6-20");
    }
}
