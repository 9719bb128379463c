package app.countersign.retention;

import app.countersign.kernel.Invalid;
import app.countersign.kernel.PlainText;
import app.countersign.kernel.Reason;
import java.util.List;
import java.util.Locale;

/**
 * An erasure as people type it.
 *
 * @param processor its code
 * @param persons how the stores call the person, one a line: an address, a number, a user's name
 * @param controller the id of the one whose data is meant, or the number of a contract with it; may be empty
 * @param clause what demands it: {@code gdpr 17}
 * @param reason why, without saying who
 */
public record ErasureEntry(String processor, String persons, String controller, String clause, String reason) {

    private static final int MOST = 20;
    private static final int LONGEST = 200;

    /** Anything shorter stands in some word or other. */
    private static final int TELLING = 4;

    private static final PlainText PERSONS = PlainText.lines(MOST * (LONGEST + 1));
    private static final PlainText LINE = PlainText.line(LONGEST);
    private static final PlainText REASON = PlainText.lines(1000);

    /** @throws Invalid if nobody is named, or too many */
    List<String> named() {
        List<String> all = PERSONS.require("persons", persons)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
        if (all.size() > MOST) {
            throw Invalid.field("persons", Reason.of("retention.complaint.persons", MOST));
        }
        all.forEach(one -> LINE.require("persons", one));
        return all;
    }

    String cited() {
        return LINE.require("clause", clause);
    }

    /** @throws Invalid also if it names the person: it stays when the name goes */
    String why() {
        String said = REASON.require("reason", reason);
        String lower = said.toLowerCase(Locale.ROOT);
        boolean tells = named().stream()
                .filter(one -> one.length() >= TELLING)
                .anyMatch(one -> lower.contains(one.toLowerCase(Locale.ROOT)));
        if (tells) {
            throw Invalid.field("reason", Reason.of("retention.complaint.reason-names"));
        }
        return said;
    }

    /** Nobody is told of in a log. */
    @Override
    public String toString() {
        return "an erasure";
    }
}
