package app.countersign.importing;

import app.countersign.kernel.Reason;
import java.util.Optional;

/**
 * What would come of a row.
 *
 * @param what it is about, for people
 * @param remark what is worth knowing: as whom it was recognised, or why it is left out
 * @param entering enters it; empty for one that is left out
 * @param grave what else than an entry would come of it, before which a person proves once more who they are; empty for
 *     most
 * @param paper the name of the paper that would be kept with it
 */
record Planned(
        String what,
        Optional<Reason> remark,
        Optional<Runnable> entering,
        Optional<Reason> grave,
        Optional<String> paper) {

    static Planned entered(String what, Optional<Reason> remark, Runnable entering) {
        return new Planned(what, remark, Optional.of(entering), Optional.empty(), Optional.empty());
    }

    static Planned leftOut(String what, Reason why) {
        return new Planned(what, Optional.of(why), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
