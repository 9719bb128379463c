package app.countersign.importing;

import app.countersign.kernel.Reason;
import java.util.Optional;

/**
 * What would come of a row.
 *
 * @param what it is about, for people
 * @param remark what is worth knowing: as whom it was recognised, or why it is left out
 * @param entering enters it; empty for one that is left out
 */
record Planned(String what, Optional<Reason> remark, Optional<Runnable> entering) {

    static Planned entered(String what, Optional<Reason> remark, Runnable entering) {
        return new Planned(what, remark, Optional.of(entering));
    }

    static Planned leftOut(String what, Reason why) {
        return new Planned(what, Optional.of(why), Optional.empty());
    }
}
