package app.countersign.party;

import app.countersign.kernel.Reason;
import java.util.List;
import java.util.UUID;

/** An organisation that may be the one about to be entered. A warning, never a block. */
public record PossibleDuplicate(UUID id, String name, String country, List<Reason> reasons) {}
