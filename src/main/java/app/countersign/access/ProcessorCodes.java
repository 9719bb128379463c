package app.countersign.access;

import java.util.Optional;
import java.util.UUID;

/** A room that knows processors by the code that templates and settings call them by. */
public interface ProcessorCodes {

    Optional<UUID> processor(String code);
}
