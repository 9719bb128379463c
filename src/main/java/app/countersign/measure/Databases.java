package app.countersign.measure;

import app.countersign.kernel.Refused;
import app.countersign.kernel.Secret;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The databases that probes may ask: {@code countersign.probe.db.<name>.url}, {@code .user} and {@code .password}.
 *
 * @param source the value of a full name, if it is set
 */
record Databases(Function<String, Optional<String>> source) {

    private static final String PREFIX = "countersign.probe.db.";
    private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,30}");
    private static final Pattern PASSWORD_IN_URL =
            Pattern.compile("[?&]\\s*\\w*password\\s*=|//[^/?]*@", Pattern.CASE_INSENSITIVE);

    /**
     * What a probe asks, and whom.
     *
     * @param name of the database
     */
    record Question(String name, String text) {

        /** {@code store: select count(*) from …}
         *
         * @throws Refused if it can't be read */
        static Question read(String target) {
            String[] parts = target.split(":", 2);
            if (parts.length < 2 || !NAME.matcher(parts[0].strip()).matches()) {
                throw Refused.because("measure.complaint.query");
            }
            return new Question(parts[0].strip(), Database.question(parts[1]));
        }
    }

    /** @throws Refused if the settings name none that is called so, or not as it must be */
    Database require(String name) {
        return source.apply(PREFIX + name + ".url")
                .map(String::strip)
                .filter(url -> url.startsWith("jdbc:postgresql:")
                        && !PASSWORD_IN_URL.matcher(url).find())
                .map(url -> new Database(
                        url,
                        source.apply(PREFIX + name + ".user").orElse(""),
                        Secret.of(source.apply(PREFIX + name + ".password").orElse(""))))
                .orElseThrow(() -> Refused.because("measure.probe.unknown-database", name));
    }
}
