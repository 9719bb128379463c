package app.countersign.subprocessor;

import java.util.Optional;
import java.util.UUID;

/**
 * Which engagements a list shows.
 *
 * @param processor whose; empty for all
 * @param state on the day of the list; empty for any
 * @param text which stands in the name or the service, in upper or lower case; empty for whatever stands there
 */
public record EngagementFilter(Optional<UUID> processor, Optional<EngagementState> state, String text) {

    public static final EngagementFilter ALL = new EngagementFilter(Optional.empty(), Optional.empty(), "");

    public EngagementFilter {
        text = text == null ? "" : text.strip();
    }
}
