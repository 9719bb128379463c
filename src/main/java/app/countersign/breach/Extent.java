package app.countersign.breach;

import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import jakarta.persistence.Embeddable;
import java.util.OptionalLong;

/**
 * About how many, as a range: "between 100 and 500", "at least 100", "at most 500", or not known yet (Art. 33(3)(a)
 * GDPR asks for approximate numbers). -1 stands for an end that is not known.
 */
@Embeddable
public class Extent {

    private static final long UNKNOWN = -1;

    private long least;
    private long most;

    protected Extent() {}

    private Extent(long least, long most) {
        this.least = least;
        this.most = most;
    }

    public static Extent unknown() {
        return new Extent(UNKNOWN, UNKNOWN);
    }

    /**
     * @param field for the complaint: {@code persons}
     * @param least may be null
     * @param most may be null
     * @throws Invalid if a number is negative or the range is upside down
     */
    static Extent of(String field, Long least, Long most) {
        if (least != null && least < 0 || most != null && most < 0) {
            throw Invalid.field(field, Reason.of("breach.complaint.negative"));
        }
        if (least != null && most != null && least > most) {
            throw Invalid.field(field, Reason.of("breach.complaint.range"));
        }
        return new Extent(least == null ? UNKNOWN : least, most == null ? UNKNOWN : most);
    }

    Extent copied() {
        return new Extent(least, most);
    }

    public OptionalLong least() {
        return least == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(least);
    }

    public OptionalLong most() {
        return most == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(most);
    }

    /** Whether it may be more than so many, as far as is known. */
    boolean mayExceed(long many) {
        return least > many || most > many;
    }

    public boolean isKnown() {
        return least != UNKNOWN || most != UNKNOWN;
    }

    /** As programs read it: {@code 100-500}, {@code 100-}, {@code -500}; a bare hyphen where nothing is known. */
    String told() {
        return (least == UNKNOWN ? "" : least) + "-" + (most == UNKNOWN ? "" : most);
    }

    /** In words: {@code {0}} the least, {@code {1}} the most. */
    public Reason inWords() {
        if (!isKnown()) {
            return Reason.of("breach.extent.unknown");
        }
        if (least == UNKNOWN) {
            return Reason.of("breach.extent.at-most", most);
        }
        if (most == UNKNOWN) {
            return Reason.of("breach.extent.at-least", least);
        }
        return least == most
                ? Reason.of("breach.extent.about", least)
                : Reason.of("breach.extent.between", least, most);
    }
}
