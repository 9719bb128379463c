package app.countersign.deadline;

import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** Where a page of a list ended; opaque to callers. */
public record DeadlineCursor(Instant dueAt, UUID id) {

    static DeadlineCursor of(Deadline last) {
        return new DeadlineCursor(last.dueAt(), last.id());
    }

    /** Before everything that is due at that instant or later. */
    static DeadlineCursor from(Instant due) {
        return new DeadlineCursor(due.minusNanos(1000), new UUID(0, 0));
    }

    /** @throws Invalid if it is none of ours */
    public static DeadlineCursor read(String text) {
        try {
            String[] parts = text.split("_", 2);
            Instant at = Moment.read(parts[0], ZoneOffset.UTC);
            return new DeadlineCursor(at, UUID.fromString(parts.length == 2 ? parts[1] : ""));
        } catch (Refused | IllegalArgumentException e) {
            throw Invalid.field("cursor", Reason.of("deadline.refusal.cursor"));
        }
    }

    @Override
    public String toString() {
        return dueAt + "_" + id;
    }
}
