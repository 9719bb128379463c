package app.countersign.retention;

import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Where a run stands. */
public enum RunState {
    /** Nothing was looked at yet. */
    ASKED,
    /** Counted; a second person has to approve it. */
    WAITING,
    RUNNING,
    /** A person has it wait. */
    PAUSED,
    /** Whatever was expired is gone. */
    DONE,
    /** A person ended it before it was done. */
    STOPPED,
    /** It could not go on, or it was in doubt what it would do. */
    FAILED;

    static final List<RunState> OPEN = List.of(ASKED, WAITING, RUNNING, PAUSED);

    /** Whether anything may still come of it. */
    public boolean isOpen() {
        return OPEN.contains(this);
    }

    /** Where several stand together: what is yet to come before what has been. */
    public static RunState ofAll(Collection<Run> runs) {
        List<RunState> states = runs.stream().map(Run::state).toList();
        return Stream.of(ASKED, WAITING, RUNNING, PAUSED, FAILED, STOPPED)
                .filter(states::contains)
                .findFirst()
                .orElse(DONE);
    }

    public Reason label() {
        return Reason.of("retention.state." + KebabCase.of(this));
    }
}
