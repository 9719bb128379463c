package app.countersign.retention;

import app.countersign.kernel.Reason;
import java.util.List;
import java.util.Optional;

/**
 * What would go as a whole.
 *
 * @param names of partitions
 * @param oneByOne why others, of which all rows are old enough, go row by row
 */
public record Wholes(List<String> names, Optional<Reason> oneByOne) {

    static final Wholes NONE = new Wholes(List.of(), Optional.empty());

    public Wholes {
        names = List.copyOf(names);
    }

    public boolean isAny() {
        return !names.isEmpty();
    }

    public String listed() {
        return String.join(", ", names);
    }
}
