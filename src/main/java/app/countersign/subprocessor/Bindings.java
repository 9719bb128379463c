package app.countersign.subprocessor;

import app.countersign.terms.Template;
import java.util.List;
import java.util.UUID;

/** Which contract forms bind a processor. Implemented by the room that keeps contracts, which stands above this one. */
public interface Bindings {

    /**
     * A contract form that binds.
     *
     * @param version id of the form's version
     * @param contracts how many contracts in force were made with it; none for one that is only on offer
     */
    record Binding(UUID version, Template template, long contracts) {}

    /** The forms of that processor that are on offer or in force today. */
    List<Binding> of(UUID processor);
}
